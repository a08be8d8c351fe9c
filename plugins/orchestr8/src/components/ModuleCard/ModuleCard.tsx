import { Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import {
  EntityInfoCard,
  EntityRefLink,
  EntityRefLinks,
  getEntityRelations,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { Flex, Link } from '@backstage/ui';
import { RiUserUnfollowLine } from '@remixicon/react';
import { Facts } from '../../primitives/Facts';
import { Quiet } from '../../primitives/Quiet';
import { StatusText } from '../../primitives/StatusText';
import { SourceLink } from '../../source/SourceLink';
import { useModuleSource } from '../../source/useModuleSource';
import { ForModule } from '../ForModule';
import { isModule, ModuleIdentity } from '../moduleOf';
import { moduleSpec } from '../moduleSpec';

/**
 * What the module is: version, category, who answers for it, how it is kept safe.
 * On what only stands for the module, such as its Component: which module it is.
 *
 * @public
 */
export function ModuleCard() {
  const { entity } = useEntity();
  return (
    <ForModule>
      {module => (
        <EntityInfoCard title="Module">
          {isModule(entity) ? (
            <Specification entity={entity} />
          ) : (
            <StandsFor entity={entity} module={module} />
          )}
        </EntityInfoCard>
      )}
    </ForModule>
  );
}

function Specification(props: { entity: Entity }) {
  const { entity } = props;
  const source = useModuleSource();
  const spec = moduleSpec(entity);
  const teams = getEntityRelations(entity, RELATION_OWNED_BY, {
    kind: 'group',
  });
  return (
    <Facts
      of={[
        ['Version', spec.version],
        ['Category', spec.category],
        [
          'Team',
          teams.length > 0 ? (
            <EntityRefLinks entityRefs={teams} defaultKind="group" hideIcons />
          ) : (
            spec.team
          ),
        ],
        ['Accountable', <Accountable entity={entity} owner={spec.owner} />],
        ['Lifecycle', spec.lifecycle],
        ['Pod security', spec.podSecurityStandard],
        ['Network', networkOf(spec.networkIsolation)],
        ['Ports', spec.ports.join(', ')],
        [
          'Served at',
          spec.host && (
            <Link
              href={`https://${spec.host}`}
              target="_blank"
              rel="noopener noreferrer"
            >
              {spec.host}
            </Link>
          ),
        ],
        [
          'Source',
          <SourceLink source={source} place={{ file: 'o8-module.yaml' }} />,
        ],
      ]}
    />
  );
}

/** The person, where the catalog knows one; else what the author wrote. */
function Accountable(props: { entity: Entity; owner?: string }) {
  const { entity, owner } = props;
  const people = getEntityRelations(entity, RELATION_OWNED_BY, {
    kind: 'user',
  });
  if (people.length > 0) {
    return <EntityRefLinks entityRefs={people} defaultKind="user" hideIcons />;
  }
  if (!owner) return <Quiet>nobody is named</Quiet>;
  return (
    <Flex direction="column" gap="0">
      <span>{owner}</span>
      <StatusText tone="warning" icon={<RiUserUnfollowLine aria-hidden />}>
        not in the catalog
      </StatusText>
    </Flex>
  );
}

function StandsFor(props: { entity: Entity; module: ModuleIdentity }) {
  const { entity, module } = props;
  return (
    <Flex direction="column" gap="3">
      <Facts
        of={[
          [
            'Delivered by',
            <EntityRefLink
              entityRef={module.entityRef}
              title={`Module ${module.name}`}
              hideIcon
            />,
          ],
          ['Version', moduleSpec(entity).version],
        ]}
      />
      <Quiet>
        This {entity.kind.toLocaleLowerCase('en')} stands for the module, so
        that other plugins find it. Its specification, problems and dependencies
        are on the module's own page.
      </Quiet>
    </Flex>
  );
}

function networkOf(isolated: boolean | undefined): string | undefined {
  if (isolated === undefined) return undefined;
  return isolated ? 'isolated' : 'open';
}
