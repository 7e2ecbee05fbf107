/** Who publishes the skill, and where their policies can be read: interactionModel/publisher.json. */
export interface Publisher {
  readonly name: string;
  readonly contact: string;
  readonly privacyPolicyUrl: string;
  readonly termsOfUseUrl: string;
}

/** What nobody has filled in yet: the names of the fields. */
export const openFields = (publisher: Publisher): string[] =>
  Object.entries(publisher)
    .filter(([, value]) => value === 'The publisher' || String(value).includes('publisher.example'))
    .map(([field]) => field);
