import {
  Environment,
  ModuleFiles,
  namespaceOf,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  dependenciesIn,
  Engine,
  PlanInput,
  PlannedDeployment,
} from '@orchestr8/backstage-plugin-orchestr8-node';
import { ProblemError } from '../router/ProblemError';
import { DatabaseDeployments } from '../store/DatabaseDeployments';
import { DatabaseOverrides } from '../store/DatabaseOverrides';
import { PlanTerms } from '../store/DatabasePlans';
import { CatalogModules } from './CatalogModules';
import { Clusters } from './Clusters';
import { Environments } from './Environments';
import { Gates } from './Gates';
import { GivenApprovals } from './GivenApprovals';
import { Neighbours } from './Neighbours';
import { RecentPlans } from './RecentPlans';
import { ReleasedModule, Releases } from './Releases';
import { withGates } from './withGates';

/** What a plan is made for. */
export interface PlanPurpose {
  environment: Environment;
  terms: PlanTerms;
  /** Who will ask for the deployment, when that is known: their own approval does not count. */
  requester?: string;
  /** Modules that depend on the module, where the catalog has just been asked; it tells everybody the same. */
  dependents?: readonly string[];
  /** What the catalog said and a plan of the same that was made a moment ago will do: carrying it out looks at the cluster itself. */
  recentWillDo?: boolean;
}

/** Has plans worked out by the engine, from what the portal knows. */
export class PlanMaker {
  private readonly services: PlanMakerServices;
  private readonly recent = new RecentPlans();
  private readonly neighbours: Neighbours;
  /** By environment. */
  private readonly dependencies = new WeakMap<
    ModuleFiles,
    Map<string, string[]>
  >();

  constructor(services: PlanMakerServices) {
    this.services = services;
    this.neighbours = new Neighbours(services);
  }

  /** What bringing a release there would do. */
  async planRelease(
    brought: ReleasedModule,
    purpose: PlanPurpose,
  ): Promise<PlannedDeployment> {
    const { engine, releases } = this.services;
    const { name } = purpose.environment;
    await releases.demandUnchangedVersion(brought, name);
    const input = await this.inputOf(brought, purpose);
    const recent = purpose.recentWillDo && this.recent.find(input);
    if (recent) {
      return this.gated(recent, purpose);
    }
    const planned = await engine.plan(input);
    this.recent.remember(input, planned);
    return this.gated(planned, purpose);
  }

  /** All that the portal knows about it. */
  private async inputOf(
    { release, files }: ReleasedModule,
    { environment, terms, ...asked }: PlanPurpose,
  ): Promise<PlanInput> {
    const { clusters, deployments, environments } = this.services;
    const needed = this.dependenciesOf(files, environment);
    const concerned = [release.module, ...needed];
    const [{ known, dependents }, deployed, override, released] =
      await Promise.all([
        this.neighbours.of(release.module, needed, asked),
        deployments.deployedIn(environment.name, concerned),
        this.services.overrides.find(release.module, environment.name),
        this.services.releases.versionsOf(needed),
      ]);
    const running = deployed.get(release.module);
    return {
      files,
      release: release.digest,
      environment,
      cluster: clusters.get(environment.cluster),
      kind: terms.kind,
      leave: terms.leave,
      promotedFrom: terms.promotedFrom,
      replaces: running && {
        release: running.release,
        version: running.version,
      },
      modules: new Map(
        known.map(name => [
          name,
          {
            deployed: deployed.get(name)?.version,
            namespace: namespaceOf(environment, name),
            released: released.get(name),
          },
        ]),
      ),
      dependents: new Map(
        dependents.map(name => [name, namespaceOf(environment, name)]),
      ),
      replicas: terms.replicas ?? override?.replicas,
      restartedAt: terms.restartedAt,
      gates: [],
      now: new Date().toISOString(),
      lastEnvironment: environments.isLast(environment),
    };
  }

  private dependenciesOf(files: ModuleFiles, environment: Environment) {
    const known = this.dependencies.get(files) ?? new Map<string, string[]>();
    this.dependencies.set(files, known);
    const names =
      known.get(environment.name) ?? dependenciesIn(files, environment);
    known.set(environment.name, names);
    return names;
  }

  /** What its going from there would delete. */
  async planDeletion(
    module: string,
    purpose: PlanPurpose,
  ): Promise<PlannedDeployment> {
    const { clusters, deployments, engine } = this.services;
    const { environment, terms } = purpose;
    demandDirect(environment, module);
    const planned = await engine.planDeletion({
      module,
      environment,
      cluster: clusters.get(environment.cluster),
      replaces: await deployments.deployed(module, environment.name),
      leave: terms.leave,
      now: new Date().toISOString(),
    });
    return this.gated(planned, purpose);
  }

  /** The gates come last: the approvals are those of this very plan, and its hash is known only now. */
  private async gated(
    { plan, manifests }: PlannedDeployment,
    { environment, terms, requester }: PlanPurpose,
  ): Promise<PlannedDeployment> {
    const { gates, given } = this.services;
    const now = await gates.evaluate(
      plan,
      terms,
      await given.open(plan.hash, environment, requester),
    );
    return { plan: withGates(plan, now), manifests };
  }
}

/** What goes with an Application is Argo CD's to say, by its finalizers. */
function demandDirect(environment: Environment, module: string): void {
  const { name, delivery, argocd } = environment;
  if (delivery === 'direct') return;
  const application = namespaceOf(environment, module);
  throw new ProblemError(
    'ConflictError',
    `The environment "${name}" is delivered to by Argo CD, and the portal deletes no Application: whether the module's objects go with it is for Argo CD to say.`,
    {
      hint: `Delete it there: argocd app delete ${
        argocd?.namespace ?? 'argocd'
      }/${application} --cascade.`,
    },
  );
}

/** What plans are worked out from. */
export interface PlanMakerServices {
  deployments: DatabaseDeployments;
  overrides: DatabaseOverrides;
  releases: Releases;
  catalog: CatalogModules;
  clusters: Clusters;
  environments: Environments;
  gates: Gates;
  given: GivenApprovals;
  engine: Pick<Engine, 'plan' | 'planDeletion'>;
}
