using Npgsql;

namespace Diwan.Storage.Postgres;

/// <summary>Tells what went wrong with a database from what was wrong with a statement.</summary>
internal static class PostgresFaults
{
    /// <summary>True when the database is away, starting, stopping, full of connections, or no longer the primary: another try elsewhere may do.</summary>
    public static bool IsAway(Exception exception) => exception switch
    {
        PostgresException { SqlState: "25006" or "57P01" or "57P02" or "57P03" or "57P05" or "25P03" or "53300" or "55000" } => true,
        PostgresException known => known.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException or IOException or System.Net.Sockets.SocketException or TimeoutException or ObjectDisposedException => true,
        _ => false,
    };

    /// <summary>True when the database answers and cannot do more now: another node's turn lasts too long, a disk is full, the site has moved elsewhere.</summary>
    public static bool IsBusy(Exception exception) => exception is PostgresException { SqlState: "55P03" or "40P01" or "40001" or "53100" or "53200" or "57014" or Moving.PostgresSide.HasMovedCode };
}
