import { useState } from 'react';
import { ButtonIcon } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import styles from './CommandLine.module.css';

/** The same action as a command, to copy. */
export function CommandLine(props: { command: string }) {
  const { command } = props;
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await window.navigator.clipboard.writeText(command);
    setCopied(true);
  };
  return (
    <div className={styles.root}>
      <code className={styles.code}>{command}</code>
      <ButtonIcon
        size="small"
        variant="tertiary"
        icon={
          copied ? <RiCheckLine aria-hidden /> : <RiFileCopyLine aria-hidden />
        }
        aria-label={copied ? 'Copied' : 'Copy the command'}
        onPress={copy}
      />
    </div>
  );
}
