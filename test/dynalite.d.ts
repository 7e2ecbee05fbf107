/** An embedded DynamoDB, which has no types of its own. */
declare module 'dynalite' {
  import type { Server } from 'node:http';
  /** `path`: a folder to keep the data in; without it they are in memory. */
  export default function dynalite(options?: { path?: string; createTableMs?: number }): Server;
}
