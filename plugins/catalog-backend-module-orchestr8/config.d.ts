export interface Config {
  orchestr8?: {
    modules?: {
      /**
       * Folder of the portal's own modules: one directory each. It is watched,
       * and what is in it is in the catalog. Absent: nothing is watched.
       */
      folder?: string;
    };
    catalog?: {
      /** Emit a Component of the same name beside each Module. Default true. */
      component?: boolean;
    };
  };
}
