/** Stands for the server's dependencies in the packed declarations: a client never sees the context of a procedure. */
export type Deps = object;
