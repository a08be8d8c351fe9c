import { useSyncExternalStore } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Observed, observationFeed } from '../api/ObservationFeed';
import { orchestr8ApiRef } from '../api/orchestr8ApiRef';

/** The module as seen in every environment, live; all cards of a page share one connection. */
export function useObservations(module: string): Observed {
  const feed = observationFeed(useApi(orchestr8ApiRef), module);
  return useSyncExternalStore(feed.subscribe, feed.current);
}
