import { ReactNode, useState } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
} from '@backstage/ui';
import { CommandLine } from './CommandLine';
import { ErrorNotice } from './ErrorNotice';
import { ExplainedButton } from './ExplainedButton';

/** Asks before something is done, does it, and says what went wrong. */
export function ActionDialog(props: {
  title: string;
  confirm: string;
  /** Why it cannot be done, as a sentence. */
  whyNot?: string;
  /** The same on the command line. */
  command: string;
  act: () => Promise<void>;
  onClose: () => void;
  children: ReactNode;
}) {
  const { title, confirm, whyNot, command, act, onClose, children } = props;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const run = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await act();
    } catch (failure) {
      setError(failure as Error);
      setBusy(false);
    }
  };
  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()} width={520}>
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          {children}
          <CommandLine command={command} />
          {error && <ErrorNotice error={error} what="do this" wanted="done" />}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <ExplainedButton
          variant="primary"
          isPending={busy}
          whyNot={whyNot}
          onPress={run}
        >
          {confirm}
        </ExplainedButton>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
