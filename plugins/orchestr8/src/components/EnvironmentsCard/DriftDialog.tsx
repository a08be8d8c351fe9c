import { useCallback } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
} from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  FieldDrift,
  formatObjectRef,
  ObjectDrift,
  Observation,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { RiCheckboxCircleLine, RiDeleteBinLine } from '@remixicon/react';
import { orchestr8ApiRef } from '../../api/orchestr8ApiRef';
import { CommandLine } from '../../primitives/CommandLine';
import { ExplainedButton } from '../../primitives/ExplainedButton';
import { Loaded } from '../../primitives/Loaded';
import { Quiet } from '../../primitives/Quiet';
import { RelativeTime } from '../../primitives/RelativeTime';
import { StatusText } from '../../primitives/StatusText';
import { useLoadable } from '../../primitives/useLoadable';
import { ModuleIdentity } from '../moduleOf';
import { FieldDiff } from '../PlanDialog/FieldDiff';
import { PlanQuestion } from '../PlanDialog/PlanQuestion';
import { PlanSection } from '../PlanDialog/PlanSection';
import { useMayNot } from '../useMayNot';
import styles from '../PlanDialog/ObjectChange.module.css';

/** What is not as it was deployed: each field, from what to what, by whom. */
export function DriftDialog(props: {
  module: ModuleIdentity;
  observation: Observation;
  onPlan: (question: PlanQuestion) => void;
  onClose: () => void;
}) {
  const { module, observation, onPlan, onClose } = props;
  const { environment, deployed } = observation;
  const mayNot = useMayNot('rollback', module.entityRef);
  const api = useApi(orchestr8ApiRef);
  const drift = useLoadable(
    useCallback(
      () => api.listDrift(module.name, environment),
      [api, module.name, environment],
    ),
  );
  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && onClose()}
      width="min(48rem, 94vw)"
    >
      <DialogHeader>
        Drift of {module.name} in {environment}
      </DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <Loaded of={drift} what="what has drifted">
            {objects =>
              objects.length === 0 ? (
                <StatusText
                  tone="success"
                  icon={<RiCheckboxCircleLine aria-hidden />}
                >
                  Everything is as it was deployed
                </StatusText>
              ) : (
                <>
                  {objects.map(one => (
                    <Drifted key={formatObjectRef(one.object)} drift={one} />
                  ))}
                  <Quiet>
                    The next deployment puts it back, and its plan says so
                    first.
                  </Quiet>
                </>
              )
            }
          </Loaded>
          <CommandLine
            command={`o8 module status ${module.name} --environment ${environment}`}
          />
        </Flex>
      </DialogBody>
      <DialogFooter>
        {deployed && drift.status === 'ready' && drift.value.length > 0 && (
          <ExplainedButton
            variant="primary"
            whyNot={mayNot}
            onPress={() =>
              onPlan({
                kind: 'rollback',
                environment,
                release: deployed.release,
                version: deployed.version,
              })
            }
          >
            Plan to put it back
          </ExplainedButton>
        )}
        <Button variant="secondary" onPress={onClose}>
          Close
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function Drifted(props: { drift: ObjectDrift }) {
  const { object, fields } = props.drift;
  return (
    <PlanSection title={formatObjectRef(object)}>
      {fields.length === 0 && (
        <li>
          <StatusText tone="danger" icon={<RiDeleteBinLine aria-hidden />}>
            It is gone
          </StatusText>
        </li>
      )}
      {fields.map(field => (
        <li key={field.path}>
          <dl className={styles.fields}>
            <FieldDiff
              field={{
                path: field.path,
                before: field.from,
                after: field.to,
              }}
              kind={object.kind}
            />
          </dl>
          <ByWhom field={field} />
        </li>
      ))}
    </PlanSection>
  );
}

function ByWhom(props: { field: FieldDrift }) {
  const { manager, at } = props.field;
  if (!manager) return null;
  return (
    <Quiet>
      by {manager}
      {at && (
        <>
          , <RelativeTime at={at} />
        </>
      )}
    </Quiet>
  );
}
