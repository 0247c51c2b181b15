using Npgsql;

namespace Diwan.Storage.Postgres;

/// <summary>Where a PostgreSQL database is: <c>postgres://name:password@host:5432,host:5433/database?sslmode=verify-full</c>.</summary>
public sealed class PostgresAddress
{
    private PostgresAddress(NpgsqlConnectionStringBuilder settings, string shown) => (Settings, Shown) = (settings, shown);

    /// <summary>The address without its password, for people.</summary>
    public string Shown { get; }

    /// <summary>What the driver is told.</summary>
    internal NpgsqlConnectionStringBuilder Settings { get; }

    /// <summary>True when a text is meant as such an address.</summary>
    public static bool IsMeant(string text) =>
        text.StartsWith("postgres://", StringComparison.Ordinal) || text.StartsWith("postgresql://", StringComparison.Ordinal);

    /// <summary>Reads an address. Its password may be left out: then <c>PGPASSWORD</c> or the password file of PostgreSQL's own programs has it.</summary>
    /// <exception cref="FormatException">It is none; the message never holds the password.</exception>
    public static PostgresAddress Parse(string text)
    {
        if (!IsMeant(text)) throw new FormatException("an address of PostgreSQL begins with postgres://");
        var rest = text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..];
        var (before, query) = Split(rest, '?');
        var at = before.LastIndexOf('@');
        var (name, password) = Split(at < 0 ? "" : before[..at], ':');
        var (hosts, database) = Split(before[(at + 1)..], '/');
        if (hosts.Length == 0) throw new FormatException("an address of PostgreSQL names a host: postgres://name@host/database");
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = hosts, Database = Uri.UnescapeDataString(database is { Length: > 0 } ? database : "diwan"), Username = Uri.UnescapeDataString(name.Length > 0 ? name : "diwan"),
        };
        if (password is not null) settings.Password = Uri.UnescapeDataString(password);
        foreach (var pair in (query ?? "").Split('&', StringSplitOptions.RemoveEmptyEntries)) Set(settings, pair);
        return new(settings, $"postgres://{settings.Username}@{hosts}/{settings.Database}");
    }

    private static void Set(NpgsqlConnectionStringBuilder settings, string pair)
    {
        var (key, value) = Split(pair, '=');
        try
        {
            // libpq's name first, the driver's own after it.
            switch (key)
            {
                case "sslmode": settings.SslMode = Enum.Parse<SslMode>((value ?? "").Replace("-", "", StringComparison.Ordinal), ignoreCase: true); break;
                case "sslrootcert": settings.RootCertificate = Uri.UnescapeDataString(value ?? ""); break;
                case "target_session_attrs": break;
                default: settings[Uri.UnescapeDataString(key)] = Uri.UnescapeDataString(value ?? ""); break;
            }
        }
        catch (Exception exception) when (exception is ArgumentException or KeyNotFoundException)
        {
            throw new FormatException($"'{key}' is no setting of PostgreSQL's address, or not with this value");
        }
    }

    private static (string Before, string? After) Split(string text, char at)
    {
        var place = text.IndexOf(at, StringComparison.Ordinal);
        return place < 0 ? (text, null) : (text[..place], text[(place + 1)..]);
    }
}
