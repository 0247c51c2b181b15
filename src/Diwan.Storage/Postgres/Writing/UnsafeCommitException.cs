namespace Diwan.Storage.Postgres.Writing;

/// <summary>A commit that PostgreSQL gave up waiting for: it may be on one machine alone, so nobody is told that it is safe.</summary>
internal sealed class UnsafeCommitException() : Exception("The standby did not say that it has the commit.");
