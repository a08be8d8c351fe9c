import { suggest } from '../module/shape/suggest';
import { parseDuration } from './parseDuration';

/** A mistake in `orchestr8.environments`; the message names the key. @public */
export class EnvironmentConfigError extends Error {
  constructor(key: string, message: string) {
    super(`app-config: ${key}: ${message}`);
    this.name = 'InputError';
  }
}

/**
 * Reads the fields of one plain object of the configuration and refuses those
 * that it was not asked for: a gate that is misspelled must not stand open.
 */
export class ConfigReader {
  private readonly asked = new Set<string>();
  private readonly object: Record<string, unknown>;

  constructor(value: unknown, private readonly key: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new EnvironmentConfigError(key, 'must be an object');
    }
    this.object = value as Record<string, unknown>;
  }

  text(field: string): string {
    return this.optionalText(field) ?? this.refuse(field, 'is missing');
  }

  optionalText(field: string): string | undefined {
    const value = this.value(field);
    if (value === undefined) return undefined;
    return typeof value === 'string'
      ? value
      : this.refuse(field, 'must be text');
  }

  oneOf<T extends string>(field: string, words: readonly T[]): T | undefined {
    const value = this.value(field);
    if (value === undefined) return undefined;
    return words.includes(value as T)
      ? (value as T)
      : this.refuse(field, `"${value}" is none of ${list(words)}`);
  }

  boolean(field: string): boolean | undefined {
    const value = this.value(field);
    return value === undefined || typeof value === 'boolean'
      ? value
      : this.refuse(field, `${JSON.stringify(value)} is not true or false`);
  }

  /** A whole number from 1 on. */
  count(field: string): number | undefined {
    const value = this.value(field);
    if (value === undefined) return undefined;
    return Number.isSafeInteger(value) && (value as number) >= 1
      ? (value as number)
      : this.refuse(
          field,
          `${JSON.stringify(value)} is not a whole number from 1 on`,
        );
  }

  milliseconds(field: string): number | undefined {
    const value = this.value(field);
    if (value === undefined) return undefined;
    const parsed = typeof value === 'string' ? parseDuration(value) : undefined;
    return (
      parsed ??
      this.refuse(
        field,
        `${JSON.stringify(
          value,
        )} is no duration; write it like "90s", "10m" or "1h30m"`,
      )
    );
  }

  list(field: string): readonly unknown[] {
    const value = this.value(field);
    if (value === undefined) return [];
    return Array.isArray(value) ? value : this.refuse(field, 'must be a list');
  }

  /** The objects of the list at a field. */
  items(field: string): ConfigReader[] {
    return this.list(field).map(
      (item, index) => new ConfigReader(item, `${this.key}.${field}[${index}]`),
    );
  }

  /** The object at a field, or undefined when there is none. */
  nested(field: string): ConfigReader | undefined {
    const value = this.value(field);
    return value === undefined
      ? undefined
      : new ConfigReader(value, `${this.key}.${field}`);
  }

  /** Throws that a field has a bad value. */
  refuse(field: string, message: string): never {
    throw new EnvironmentConfigError(`${this.key}.${field}`, message);
  }

  /** To be called last: throws when there is a field that nobody asked for. */
  finish(): void {
    for (const field of Object.keys(this.object)) {
      if (this.asked.has(field)) continue;
      const meant = suggest(field, [...this.asked]);
      this.refuse(
        field,
        meant
          ? `is not known; did you mean "${meant}"?`
          : `is not known; known here: ${list([...this.asked])}`,
      );
    }
  }

  private value(field: string): unknown {
    this.asked.add(field);
    const value = this.object[field];
    // A variable of the environment that is not set leaves an empty text behind.
    return value === null || value === '' ? undefined : value;
  }
}

/** Names for a sentence. */
export function list(items: readonly string[]): string {
  return items.length ? items.map(item => `"${item}"`).join(', ') : 'none';
}
