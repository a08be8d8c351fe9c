import { useState } from 'react';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import { ApprovalRequest } from '@orchestr8/backstage-plugin-orchestr8-common';
import { EmptyNotice } from '../../primitives/EmptyNotice';
import { Loaded } from '../../primitives/Loaded';
import { Person } from '../../primitives/Person';
import { Quiet } from '../../primitives/Quiet';
import { RelativeTime } from '../../primitives/RelativeTime';
import { ForModule } from '../ForModule';
import { ModuleIdentity } from '../moduleOf';
import { PlanDialog } from '../PlanDialog/PlanDialog';
import { PlanQuestion } from '../PlanDialog/PlanQuestion';
import { ApprovalState, isOpen } from './ApprovalState';
import { useApprovals } from './useApprovals';
import styles from './Approvals.module.css';

/** Plans of a module that wait for a yes, or that had their answer. @public */
export function ApprovalsCard() {
  return (
    <ForModule>
      {module => <Approvals key={module.name} module={module} />}
    </ForModule>
  );
}

function Approvals(props: { module: ModuleIdentity }) {
  const { module } = props;
  const approvals = useApprovals(module.name);
  const [question, setQuestion] = useState<PlanQuestion>();
  return (
    <EntityInfoCard title="Approvals">
      <Loaded of={approvals} what="the approvals">
        {value =>
          value.length === 0 ? (
            <EmptyNotice title="Nobody has asked for an approval">
              Environments that need one say so in their plans; it is asked for
              there.
            </EmptyNotice>
          ) : (
            <ul className={styles.list} aria-label="Requests for approval">
              {value.map(request => (
                <Row
                  key={request.id}
                  request={request}
                  onReview={() =>
                    setQuestion({
                      kind: 'review',
                      environment: request.environment,
                      plan: request.plan,
                    })
                  }
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      {question && (
        <PlanDialog
          module={module}
          question={question}
          onClose={() => {
            setQuestion(undefined);
            approvals.reload();
          }}
        />
      )}
    </EntityInfoCard>
  );
}

function Row(props: { request: ApprovalRequest; onReview: () => void }) {
  const { request, onReview } = props;
  const { state, kind, version, environment, message } = request;
  return (
    <li>
      <ApprovalState state={state} />
      <div className={styles.what}>
        <div>
          {kind} {version} → {environment}, asked by{' '}
          <Person of={request.requestedBy} />{' '}
          <RelativeTime at={request.requestedAt} />
        </div>
        <Quiet>{message}</Quiet>
      </div>
      {isOpen(state) && (
        <Button
          size="small"
          variant={request.mayAnswer.allowed ? 'primary' : 'secondary'}
          aria-label={`Review ${kind} ${version} to ${environment}`}
          onPress={onReview}
        >
          Review
        </Button>
      )}
    </li>
  );
}
