import { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import {
  ResultHighlight,
  SearchDocument,
} from '@backstage/plugin-search-common';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import { RiStackLine } from '@remixicon/react';
import { moduleDocument } from './moduleDocument';
import styles from './ModuleSearchResult.module.css';

/** A module among the results of a search: what it is, whose, and what it needs. @public */
export function ModuleSearchResult(props: {
  result?: SearchDocument;
  highlight?: ResultHighlight;
  icon?: ReactNode;
}) {
  const { result, highlight, icon = <RiStackLine aria-hidden /> } = props;
  if (!result) return null;
  const module = moduleDocument(result);
  const marked = (field: string, plain: string) => {
    const text = highlight?.fields[field];
    return text ? (
      <HighlightedSearchResultText
        text={text}
        preTag={highlight.preTag}
        postTag={highlight.postTag}
      />
    ) : (
      plain
    );
  };
  return (
    <div className={styles.item}>
      <span className={styles.icon}>{icon}</span>
      <div className={styles.body}>
        <Link to={module.location} noTrack className={styles.title}>
          {marked('title', module.title)}
        </Link>
        <div className={styles.text}>
          {module.text === result.text
            ? marked('text', module.text)
            : marked('description', module.text)}
        </div>
        <ul className={styles.facts} aria-label={`About ${module.title}`}>
          <li>Module{module.version && ` ${module.version}`}</li>
          {module.category && <li>{module.category}</li>}
          {module.team ? (
            <li>Team: {plainName(module.team)}</li>
          ) : (
            module.owner && <li>Owner: {plainName(module.owner)}</li>
          )}
          {module.dependencies.length > 0 && (
            <li>Needs: {module.dependencies.join(', ')}</li>
          )}
        </ul>
      </div>
    </div>
  );
}

/** A reference without what goes without saying. */
function plainName(ref: string): string {
  return ref.replace(/^(group|user):(default\/)?/, '');
}
