import { stringify } from 'yaml';
import { SCHEMAS } from '../module';
import { TemplateInput } from './ModuleTemplate';

/**
 * The specification of a module whose template brings none of its own: who it
 * is and who owns it; everything else has its default.
 */
export function minimalSpecification(
  input: TemplateInput,
  description: string,
): Uint8Array {
  const { name, team, owner } = input;
  const text = stringify({
    apiVersion: 'orchestr8.io/v1',
    kind: 'Module',
    metadata: { name, version: '0.1.0', description },
    spec: { team, ...(owner ? { owner } : {}) },
  });
  return new TextEncoder().encode(
    `# yaml-language-server: $schema=${String(SCHEMAS.module.$id)}\n${text}`,
  );
}
