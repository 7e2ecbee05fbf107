/** Deploying cannot go on; the message is for the person, and says what to do. */
export class Stop extends Error {}
