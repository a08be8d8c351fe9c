export interface Config {
  /** Orchestr8: modules, from the catalog to production. */
  orchestr8?: {
    /** The environments of the path, in its order. */
    environments?: Array<{
      /**
       * `prod` is the same as `production`.
       * @visibility frontend
       */
      name: string;
      /** Name of one of `orchestr8.clusters`. */
      cluster: string;
      /** Template of the namespace; default `$${module}-$${environment}`. */
      namespace?: string;
      /**
       * The environment that releases come from; absent: deployed to directly.
       * @visibility frontend
       */
      promoteFrom?: string;
      /** Who writes to the cluster: the portal (`direct`, the default), or Argo CD, by an Application that the portal writes. */
      delivery?: 'direct' | 'argocd';
      /** What the Applications say; with `delivery: argocd`. `$${module}`, `$${environment}` and `$${version}` are filled into path and revision. */
      argocd?: {
        /** Namespace of the Applications; default `argocd`. */
        namespace?: string;
        /** AppProject; default `default`. */
        project?: string;
        /** URL of the repository that Argo CD reads the charts from. */
        repository: string;
        /** Folder of a module's chart in it; default `$${module}/charts`. */
        path?: string;
        /** Branch, tag or commit, such as `$${module}-$${version}`. */
        revision: string;
        /** API server that Argo CD delivers to, as it knows it; default its own cluster. */
        server?: string;
      };
      /** The same version may come with other content; default only in dev and local. */
      mutableVersions?: boolean;
      /** What must hold before a release may come. */
      gates?: {
        healthy?: boolean;
        /** Duration, such as `10m`. */
        soak?: string;
        noFiringAlerts?: 'info' | 'warning' | 'critical';
        approvals?: {
          /** How many people must say yes; default 1. */
          required?: number;
          /** Groups (and people) that they come from. */
          from: string[];
          /** How long a request and its answers are good for; default `24h`. */
          expires?: string;
        };
      };
      freeze?: Array<{ cron: string; duration: string; reason: string }>;
      /** Time that a deployment may take to become healthy; default `5m`. */
      timeout?: string;
      /** A deployment that fails is taken back to what ran before; default false. */
      rollbackOnFailure?: boolean;
    }>;
    /**
     * Clusters that modules are deployed to. An environment may also name one
     * of `kubernetes.clusterLocatorMethods` that has an account of its own.
     */
    clusters?: Array<{
      name: string;
      /** Path of a kubeconfig; absent: the located cluster of that name, the machine's own, or the pod's service account. */
      kubeconfig?: string;
      context?: string;
      /** UID of the namespace kube-system: no other cluster is talked to. */
      identity?: string;
      /** Another account for what writes; absent: the same as for reading. */
      deploy?: { kubeconfig?: string; context?: string };
      /** Whom to be when writing; `$${module}` and `$${namespace}` are filled in. */
      deployAs?: { user: string; groups?: string[] };
      /** Its pods are simulated, and the portal says so. */
      simulated?: boolean | string;
      prometheus?: {
        /** Address of the Prometheus HTTP API, with its path if it has one. */
        url?: string;
        /**
         * Said with each request, such as `authorization`.
         * @deepVisibility secret
         */
        headers?: { [name: string]: string };
      };
      /** Beside Prometheus it adds what is silenced; without one it says what fires. */
      alertmanager?: {
        /** Address of the Alertmanager HTTP API, with its path if it has one. */
        url?: string;
        /** Alert that always fires, to prove that alerts arrive; default `Watchdog`. */
        heartbeat?: string;
        /**
         * Said with each request, such as `authorization`.
         * @deepVisibility secret
         */
        headers?: { [name: string]: string };
      };
    }>;
    policy?: {
      /** Kinds without a namespace that modules may bring; `CustomResourceDefinition` lets charts bring `crds/`. */
      clusterScopedKinds?: string[];
      /** What one module may do against a rule of the policy gate, for a time. */
      exceptions?: Array<{
        /** Such as `pod-security-restricted`. */
        rule: string;
        module: string;
        /** Absent: in every environment. */
        environment?: string;
        reason: string;
        /** Last day, such as `2027-01-31`. */
        expires: string;
      }>;
    };
    renderer?: {
      /**
       * Path of the renderer; `O8_RENDERER` goes before. Absent: the one that is
       * installed for this platform, or that the checkout has built.
       */
      command?: string;
    };
    modules?: {
      /** Folder of the portal's own modules, a git repository each. */
      folder?: string;
      /** Names that no module may have beside those of the cluster; `platform-*` is all that begin so. */
      reservedNames?: string[];
    };
    templates?: {
      /** Folder of the templates that new modules are made from. */
      folder?: string;
    };
  };
}
