import { useState } from 'react';
import { Button, Flex, TextField } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  ApprovalRequest,
  Plan,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { orchestr8ApiRef } from '../../api/orchestr8ApiRef';
import { ErrorNotice } from '../../primitives/ErrorNotice';
import { ExplainedButton } from '../../primitives/ExplainedButton';
import { Loaded } from '../../primitives/Loaded';
import { Quiet } from '../../primitives/Quiet';
import { ModuleIdentity } from '../moduleOf';
import { actionOf } from '../PlanDialog/PlanQuestion';
import { useMayNot } from '../useMayNot';
import { ApprovalFacts } from './ApprovalFacts';
import { isOpen } from './ApprovalState';
import { useApproval } from './useApproval';
import styles from './Approvals.module.css';

/** Asking for the approval that a plan needs, and answering; nothing where none is needed. */
export function PlanApproval(props: {
  plan: Plan;
  module: ModuleIdentity;
  /** How the request for it stands, at first and whenever that changes. */
  onStanding: (request: ApprovalRequest) => void;
}) {
  const { plan } = props;
  const needed = plan.gates.some(({ gate }) => gate === 'approvals');
  return needed ? <Approval {...props} /> : null;
}

function Approval(props: {
  plan: Plan;
  module: ModuleIdentity;
  onStanding: (request: ApprovalRequest) => void;
}) {
  const { plan, module, onStanding } = props;
  const { request, set } = useApproval(plan.hash, onStanding);
  return (
    <section className={styles.approval} aria-label="Approval">
      <h3>Approval</h3>
      <Loaded of={request} what="the approval">
        {value =>
          value && isOpen(value.state) ? (
            <>
              <ApprovalFacts request={value} />
              <Answer request={value} module={module} onAnswer={set} />
            </>
          ) : (
            <>
              {value && <ApprovalFacts request={value} />}
              <Ask plan={plan} module={module} onAsked={set} />
            </>
          )
        }
      </Loaded>
    </section>
  );
}

/** Has people asked, with a word to them. */
function Ask(props: {
  plan: Plan;
  module: ModuleIdentity;
  onAsked: (request: ApprovalRequest) => void;
}) {
  const { plan, module, onAsked } = props;
  const api = useApi(orchestr8ApiRef);
  const [comment, setComment] = useState('');
  const { busy, error, run } = useAct(onAsked);
  const question = { kind: 'deploy', environment: plan.environment } as const;
  const mayNot = useMayNot(actionOf(question, plan), module.entityRef);
  return (
    <Flex direction="column" gap="3">
      <TextField
        label="A word to those who approve"
        value={comment}
        onChange={setComment}
      />
      <div>
        <ExplainedButton
          size="small"
          variant="secondary"
          isPending={busy}
          whyNot={mayNot}
          onPress={() =>
            run(() => api.requestApproval(plan.hash, said(comment)))
          }
        >
          Ask for approval
        </ExplainedButton>
      </div>
      {error && (
        <ErrorNotice error={error} what="ask for approval" wanted="done" />
      )}
    </Flex>
  );
}

/** Yes or no, by whoever may; the others read why they may not. */
function Answer(props: {
  request: ApprovalRequest;
  module: ModuleIdentity;
  onAnswer: (request: ApprovalRequest) => void;
}) {
  const { request, module, onAnswer } = props;
  const api = useApi(orchestr8ApiRef);
  const [comment, setComment] = useState('');
  const { busy, error, run } = useAct(onAnswer);
  const mayNot = useMayNot('approve', module.entityRef);
  const { allowed, message } = request.mayAnswer;
  if (!allowed || mayNot) {
    return <Quiet>{message ?? mayNot}</Quiet>;
  }
  return (
    <Flex direction="column" gap="3">
      <TextField
        label="Comment, or the reason of a no"
        value={comment}
        onChange={setComment}
      />
      <Flex gap="2">
        <Button
          size="small"
          variant="secondary"
          isPending={busy}
          onPress={() =>
            run(() => api.approvePlan(request.plan, said(comment)))
          }
        >
          Approve this plan
        </Button>
        <ExplainedButton
          size="small"
          variant="secondary"
          destructive
          isPending={busy}
          whyNot={comment.trim() ? undefined : 'A no needs its reason.'}
          onPress={() =>
            run(() => api.rejectPlan(request.plan, { reason: comment.trim() }))
          }
        >
          Reject
        </ExplainedButton>
      </Flex>
      {error && <ErrorNotice error={error} what="answer" wanted="done" />}
    </Flex>
  );
}

const said = (comment: string) =>
  comment.trim() ? { comment: comment.trim() } : {};

/** One call at a time, and what went wrong with it. */
function useAct(onDone: (request: ApprovalRequest) => void) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const run = async (act: () => Promise<ApprovalRequest>) => {
    setBusy(true);
    setError(undefined);
    try {
      onDone(await act());
    } catch (failure) {
      setError(failure as Error);
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, run };
}
