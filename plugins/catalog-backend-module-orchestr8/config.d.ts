import { HumanDuration } from '@backstage/types';

export interface Config {
  orchestr8?: {
    modules?: {
      /**
       * Folder of the portal's own modules: one directory each. It is watched,
       * and what is in it is in the catalog. Absent: nothing is watched.
       */
      folder?: string;
      /** Names that no module may have beside those of the cluster; `platform-*` is all that begin so. */
      reservedNames?: string[];
    };
    catalog?: {
      /** Emit a Component of the same name beside each Module. Default true. */
      component?: boolean;
      /**
       * Describe the kinds in the catalog's entity model as well. Experimental
       * in Backstage: with it the catalog checks and relates all kinds by their
       * model. Default false.
       */
      modelLayer?: boolean;
      /**
       * Folder for the files of modules that come from git repositories, from which
       * they are deployed. Whoever deploys must see it under the same path. Default
       * `checkouts` in `$O8_DATA`.
       */
      checkouts?: string;
      /**
       * Where modules come from that no integration of the portal serves: folders,
       * mono-repos and plain git repositories. The keys are names of your choice and
       * must last: the catalog remembers by them whose a module is.
       */
      sources?: {
        [id: string]: {
          /** A folder of this machine; its files count as they stand. */
          folder?: string;
          /**
           * A git repository, of which what is committed counts: a path or `file:`
           * URL (bare or with a work tree, watched), an `https:` URL, or an `ssh:`
           * URL or `user@host:path` (by the machine's own git and ssh).
           */
          git?: string;
          /** Branch or tag of the repository. Default what its HEAD names. */
          ref?: string;
          /** For `https:`. */
          auth?: {
            username: string;
            /** Password or token. @visibility secret */
            password: string;
          };
          /** For `ssh:`: path of a private key. Default the user's own keys and agent. */
          privateKeyFile?: string;
          /** How many levels below its top modules may stand. Default 4. */
          depth?: number;
          /** How often it is looked at, or fetched, when nothing seems to change. Default one minute. */
          refresh?: HumanDuration | string;
        };
      };
    };
  };
}
