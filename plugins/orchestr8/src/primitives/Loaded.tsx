import { ReactNode } from 'react';
import { Button, Flex, Skeleton, VisuallyHidden } from '@backstage/ui';
import { Reloadable } from './useLoadable';
import { ErrorNotice } from './ErrorNotice';

/** Draws a {@link Reloadable}: skeleton, forbidden, error with another try, or the value. */
export function Loaded<T>(props: {
  of: Reloadable<T>;
  /** What is loaded, for the words: `the environments`. */
  what: string;
  children: (value: T) => ReactNode;
}) {
  const { of, what, children } = props;
  if (of.status === 'loading') {
    return (
      <Flex direction="column" gap="2" role="status" aria-busy="true">
        <VisuallyHidden>Loading {what}</VisuallyHidden>
        <Skeleton height={20} width="60%" />
        <Skeleton height={20} width="90%" />
        <Skeleton height={20} width="75%" />
      </Flex>
    );
  }
  if (of.status === 'failed') {
    return (
      <ErrorNotice
        error={of.error}
        what={what}
        action={
          <Button size="small" variant="secondary" onPress={of.reload}>
            Try again
          </Button>
        }
      />
    );
  }
  return <>{children(of.value)}</>;
}
