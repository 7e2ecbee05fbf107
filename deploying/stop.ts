/** Deploying cannot go on; the message is for the person, and says what to do. */
export class Stop extends Error {}

/** Amazon does not accept the keys: others may do. */
export class KeysRefused extends Stop {}
