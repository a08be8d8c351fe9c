import { ConfigReader } from './ConfigReader';

const NAME = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$|^[a-z0-9][-a-z0-9]*\*$/;

/**
 * The names of `orchestr8.modules.reservedNames`, which no module may have beside
 * those of the language: each a name, or the beginning of names with a `*` at its
 * end, such as `platform-*`.
 *
 * @throws EnvironmentConfigError for what is neither.
 * @public
 */
export function readReservedNames(value: unknown): string[] {
  const config = new ConfigReader(
    { reservedNames: value },
    'orchestr8.modules',
  );
  return config
    .list('reservedNames')
    .map((name, index) =>
      typeof name === 'string' && NAME.test(name)
        ? name
        : config.refuse(
            `reservedNames[${index}]`,
            `${JSON.stringify(
              name,
            )} is no name such as "platform" or "platform-*"`,
          ),
    );
}
