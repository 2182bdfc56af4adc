/** Somebody else holds the row now (our claim grew too old); nothing has left and nothing may. */
export class ClaimLost extends Error {
  constructor() {
    super("claim lost");
    this.name = "ClaimLost";
  }
}
