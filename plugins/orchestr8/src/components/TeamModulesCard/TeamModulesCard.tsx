import { useState } from 'react';
import { Entity, RELATION_PARENT_OF } from '@backstage/catalog-model';
import {
  EntityInfoCard,
  getEntityRelations,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { Flex, Switch } from '@backstage/ui';
import { describeError } from '../../api/describeError';
import { EmptyNotice } from '../../primitives/EmptyNotice';
import { Loaded } from '../../primitives/Loaded';
import { Quiet } from '../../primitives/Quiet';
import { TeamModuleTable } from './TeamModuleTable';
import { useTeamModules } from './useTeamModules';

/** The modules of the team or person on the page, and where they run. @public */
export function TeamModulesCard() {
  const { entity } = useEntity();
  const widening = wideningOf(entity);
  const [wide, setWide] = useState(false);
  const modules = useTeamModules(entity, wide);
  return (
    <EntityInfoCard
      title={
        modules.status === 'ready' && modules.value.modules.length > 0
          ? `Modules (${modules.value.modules.length})`
          : 'Modules'
      }
      headerActions={
        widening && (
          <Switch label={widening} isSelected={wide} onChange={setWide} />
        )
      }
    >
      <Loaded of={modules} what="the modules">
        {value => (
          <Flex direction="column" gap="3">
            {value.modules.length === 0 ? (
              <EmptyNotice title="No modules">
                {entity.kind === 'User'
                  ? 'A module names whom it belongs to under spec.owner in its o8-module.yaml.'
                  : `A module belongs here when its o8-module.yaml says spec.team: ${entity.metadata.name}.`}
              </EmptyNotice>
            ) : (
              <TeamModuleTable
                modules={value.modules}
                observed={!value.notObserved}
              />
            )}
            {value.notObserved && value.modules.length > 0 && (
              <Quiet>
                Where they run is not known at the moment:{' '}
                {describeError(value.notObserved).detail}
              </Quiet>
            )}
          </Flex>
        )}
      </Loaded>
    </EntityInfoCard>
  );
}

/** What there is to add, in words; nothing for a team without teams below it. */
function wideningOf(entity: Entity): string | undefined {
  if (entity.kind === 'User') return 'With those of the teams';
  const below = getEntityRelations(entity, RELATION_PARENT_OF, {
    kind: 'group',
  });
  return below.length > 0 ? 'With the teams below' : undefined;
}
