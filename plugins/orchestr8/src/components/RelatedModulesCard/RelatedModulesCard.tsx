import { useId } from 'react';
import { Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import {
  EntityInfoCard,
  EntityRefLink,
  EntityRefLinks,
  getEntityRelations,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { RiQuestionLine } from '@remixicon/react';
import { Loaded } from '../../primitives/Loaded';
import { Quiet } from '../../primitives/Quiet';
import { StatusText } from '../../primitives/StatusText';
import { moduleSpec } from '../moduleSpec';
import { RelatedModule, useRelatedModules } from './useRelatedModules';
import styles from './RelatedModulesCard.module.css';

/** What the module needs and what needs it, each with version and team. @public */
export function RelatedModulesCard() {
  const { entity } = useEntity();
  const related = useRelatedModules(entity);
  return (
    <EntityInfoCard title="Dependencies">
      <Loaded of={related} what="the dependencies">
        {({ needs, neededBy }) => (
          <div className={styles.both}>
            <Direction title="Needs" none="No other module." modules={needs} />
            <Direction
              title="Needed by"
              none="No other module."
              modules={neededBy}
            />
          </div>
        )}
      </Loaded>
    </EntityInfoCard>
  );
}

function Direction(props: {
  title: string;
  none: string;
  modules: RelatedModule[];
}) {
  const { title, none, modules } = props;
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {title}
        {modules.length > 0 && ` ${modules.length}`}
      </h3>
      {modules.length === 0 && <Quiet>{none}</Quiet>}
      <ul className={styles.list}>
        {modules.map(module => (
          <Row key={module.entityRef} module={module} />
        ))}
      </ul>
    </section>
  );
}

function Row(props: { module: RelatedModule }) {
  const { entityRef, name, entity, range, optional } = props.module;
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        {entity ? (
          <EntityRefLink entityRef={entityRef} defaultKind="module" hideIcon />
        ) : (
          <>
            <span>{name}</span>
            <StatusText
              tone={optional ? 'warning' : 'danger'}
              icon={<RiQuestionLine aria-hidden />}
            >
              not in the catalog
            </StatusText>
          </>
        )}
        {range && <code className={styles.range}>{range}</code>}
        {optional && <Quiet>optional</Quiet>}
      </div>
      {entity && <About entity={entity} />}
    </li>
  );
}

function About(props: { entity: Entity }) {
  const { version, category } = moduleSpec(props.entity);
  const teams = getEntityRelations(props.entity, RELATION_OWNED_BY, {
    kind: 'group',
  });
  return (
    <Quiet>
      {[version, category].filter(Boolean).join(', ')}
      {teams.length > 0 && (
        <>
          , of{' '}
          <EntityRefLinks entityRefs={teams} defaultKind="group" hideIcons />
        </>
      )}
    </Quiet>
  );
}
