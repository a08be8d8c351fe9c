import { ReactNode } from 'react';
import { Alert } from '@backstage/ui';
import { RiLockLine } from '@remixicon/react';
import { Reasons } from './Reasons';
import { describeError } from '../api/describeError';

/** Says what failed, why, and what to do about it. Forbidden is not an error. */
export function ErrorNotice(props: {
  error: Error;
  /** What was wanted: `the environments`. */
  what: string;
  /** Whether it was to be seen or to be done. */
  wanted?: 'seen' | 'done';
  action?: ReactNode;
}) {
  const { error, what, wanted = 'seen', action } = props;
  const { title, detail, hint, forbidden, problems, refusals } =
    describeError(error);
  if (forbidden) {
    return (
      <Alert
        role="status"
        status="info"
        icon={<RiLockLine aria-hidden />}
        title={
          wanted === 'seen' ? `You may not see ${what}` : `You may not ${what}`
        }
        description={`${detail}${hint ? ` ${hint}` : ''}`}
      />
    );
  }
  const reasons = [
    ...refusals.map(refusal => refusal.message),
    ...problems.map(
      ({ file, line, column, message }) =>
        `${file}:${line}:${column} ${message}`,
    ),
  ];
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={
        wanted === 'seen'
          ? `Could not load ${what}: ${title}`
          : `Could not ${what}: ${title}`
      }
      description={
        <>
          {detail} {hint}
          {reasons.length > 0 && <Reasons of={reasons} />}
        </>
      }
      customActions={action}
    />
  );
}
