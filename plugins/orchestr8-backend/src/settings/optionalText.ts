import { Config } from '@backstage/config';

/** A variable that is not set leaves an empty text behind: as good as absent. */
export function optionalText(config: Config, key: string): string | undefined {
  const value = config.getOptional(key);
  return value === '' || value === null
    ? undefined
    : config.getOptionalString(key);
}
