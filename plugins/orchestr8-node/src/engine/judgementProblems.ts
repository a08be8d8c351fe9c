import {
  Manifest,
  ModuleFiles,
  PolicyFinding,
  Problem,
  ResolvedModule,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { LintFinding } from '../lint/LintRule';
import { manifestLocator } from '../render/manifestLocator';
import { Renderer } from '../render/Renderer';
import { ReleaseTarget } from '../render/ReleaseTarget';
import { problemsOfFindings, problemsOfLint } from './problemsOfFindings';

/**
 * What policy and good practice say of rendered objects, as problems of the
 * module's files. Only when there is something to say the chart is rendered
 * once more, to find where it is written.
 */
export async function judgementProblems(
  judged: {
    findings: readonly PolicyFinding[];
    lint: readonly LintFinding[];
    manifests: readonly Manifest[];
  },
  input: {
    files: ModuleFiles;
    resolved: ResolvedModule;
    target: ReleaseTarget;
    renderer: Pick<Renderer, 'render'>;
  },
): Promise<Problem[]> {
  const { findings, lint, manifests } = judged;
  if (findings.length === 0 && lint.length === 0) {
    return [];
  }
  const locate = await manifestLocator(input.renderer, input);
  return [
    ...problemsOfFindings(findings, manifests, { locate }),
    ...problemsOfLint(lint, { locate }),
  ];
}
