import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { ModuleIdentity } from '../moduleOf';
import { DeploymentProgress } from './DeploymentProgress';

/** One deployment in a dialog. Closing it does not stop the deployment. */
export function DeploymentDialog(props: {
  module: ModuleIdentity;
  id: string;
  onClose: () => void;
}) {
  const { module, id, onClose } = props;
  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && onClose()}
      width="min(48rem, 94vw)"
    >
      <DialogHeader>Deployment of {module.name}</DialogHeader>
      <DialogBody>
        <DeploymentProgress module={module} id={id} />
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Close
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
