import { useCallback, useState } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Radio,
  RadioGroup,
} from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { KeptRelease } from '@orchestr8/backstage-plugin-orchestr8-common';
import { orchestr8ApiRef } from '../../api/orchestr8ApiRef';
import { EmptyNotice } from '../../primitives/EmptyNotice';
import { ExplainedButton } from '../../primitives/ExplainedButton';
import { Loaded } from '../../primitives/Loaded';
import { RelativeTime } from '../../primitives/RelativeTime';
import { useLoadable } from '../../primitives/useLoadable';
import { ModuleIdentity } from '../moduleOf';
import { PlanQuestion } from '../PlanDialog/PlanQuestion';
import { useMayNot } from '../useMayNot';

/** Asks which of the releases that ran in an environment is to run there again. */
export function RollbackDialog(props: {
  module: ModuleIdentity;
  environment: string;
  onPlan: (question: PlanQuestion) => void;
  onClose: () => void;
}) {
  const { module, environment, onPlan, onClose } = props;
  const api = useApi(orchestr8ApiRef);
  const mayNot = useMayNot('rollback', module.entityRef);
  const releases = useLoadable(
    useCallback(
      () => api.listReleases(module.name, environment),
      [api, module.name, environment],
    ),
  );
  const others =
    releases.status === 'ready'
      ? releases.value.filter(({ current }) => !current)
      : [];
  const [chosen, setChosen] = useState<string>();
  const wanted = others.find(({ release }) => release === chosen) ?? others[0];
  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()} width={520}>
      <DialogHeader>
        Roll {module.name} back in {environment}
      </DialogHeader>
      <DialogBody>
        <Loaded of={releases} what="the releases that ran here">
          {() =>
            wanted ? (
              <RadioGroup
                label="What is to run again"
                value={wanted.release}
                onChange={setChosen}
              >
                {others.map(release => (
                  <Choice key={release.release} release={release} />
                ))}
              </RadioGroup>
            ) : (
              <EmptyNotice title={`Nothing else has run in ${environment}`}>
                Deploy another version instead.
              </EmptyNotice>
            )
          }
        </Loaded>
      </DialogBody>
      <DialogFooter>
        {wanted && (
          <ExplainedButton
            variant="primary"
            whyNot={mayNot}
            onPress={() =>
              onPlan({
                kind: 'rollback',
                environment,
                release: wanted.release,
                version: wanted.version,
              })
            }
          >
            Plan the rollback to {wanted.version}
          </ExplainedButton>
        )}
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function Choice(props: { release: KeptRelease }) {
  const { release, version, deployedAt } = props.release;
  return (
    <Radio value={release}>
      <span>
        {version}, deployed <RelativeTime at={deployedAt} />
      </span>
    </Radio>
  );
}
