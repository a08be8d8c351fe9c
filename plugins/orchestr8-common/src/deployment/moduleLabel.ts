/** Label of every object that belongs to a module: its name. Only Orchestr8 sets it. @public */
export const MODULE_LABEL = 'orchestr8.io/module';
