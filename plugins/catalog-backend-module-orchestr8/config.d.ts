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
      /**
       * Describe the kinds in the catalog's entity model as well. Experimental
       * in Backstage: with it the catalog checks and relates all kinds by their
       * model. Default false.
       */
      modelLayer?: boolean;
    };
  };
}
