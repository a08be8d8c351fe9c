import { useState } from 'react';
import { ButtonIcon, Link } from '@backstage/ui';
import {
  RiCheckLine,
  RiExternalLinkLine,
  RiFileCopyLine,
} from '@remixicon/react';
import { formatPlace, ModuleSource, Place } from './moduleSource';
import styles from './SourceLink.module.css';

/**
 * A place in the module's files: a link to the very line where the code is on
 * the web, a path to copy where it is in a folder, else only the words.
 */
export function SourceLink(props: { place: Place; source: ModuleSource }) {
  const { place, source } = props;
  const words = formatPlace(place);
  const href = source.kind === 'web' ? source.linkTo(place) : undefined;
  if (href) {
    return (
      <Link
        href={href}
        target="_blank"
        rel="noopener noreferrer"
        className={styles.place}
        aria-label={`${words}, in the source`}
      >
        {words} <RiExternalLinkLine className={styles.icon} aria-hidden />
      </Link>
    );
  }
  if (source.kind === 'folder') {
    return <CopyPath words={words} path={source.pathOf(place)} />;
  }
  return <code className={styles.place}>{words}</code>;
}

function CopyPath(props: { words: string; path: string }) {
  const { words, path } = props;
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await window.navigator.clipboard.writeText(path);
    setCopied(true);
  };
  return (
    <span className={styles.path}>
      <code className={styles.place} title={path}>
        {words}
      </code>
      <ButtonIcon
        size="small"
        variant="tertiary"
        icon={
          copied ? <RiCheckLine aria-hidden /> : <RiFileCopyLine aria-hidden />
        }
        aria-label={copied ? `Copied ${path}` : `Copy the path ${path}`}
        onPress={copy}
      />
    </span>
  );
}
