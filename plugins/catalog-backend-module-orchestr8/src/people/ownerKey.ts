/** Key under which the catalog finds the modules whose owner may have to be worked out again. */
export const ownerKey = (owner: string) =>
  `orchestr8-owner:${owner.toLocaleLowerCase('en-US')}`;
