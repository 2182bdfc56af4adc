export { createDb, type CommitHook, type Db, type DbOptions, type RootDb } from "./client";
export { findEmbeddedPostgres, startEmbeddedPostgres, type EmbeddedOptions, type EmbeddedPostgres } from "./embedded";
export { isDatabaseFull, isForeignKeyViolation, isRowMissing, isSerializationFailure, isUniqueViolation } from "./errors";
export { migrate } from "./migrate";
export { afterCommit, type RawClient, rawTransaction, transaction, type TransactionOptions } from "./transaction";
