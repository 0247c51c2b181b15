using Diwan.Comments.Stores;

namespace Diwan.Storage.Shared.Changes;

/// <summary>Notes a change within the transaction that makes it.</summary>
internal static class ChangeLog
{
    /// <summary>Adds a row and drops what is too old.</summary>
    public static void Append(Session session, ChangeKind kind, string key)
    {
        session.HasChange = true;
        session.Post(ChangeSql.Append, ("@kind", (long)kind), ("@key", key));
        session.Post(ChangeSql.Prune, ("@kept", ChangeSql.Kept));
    }
}
