namespace Diwan.Storage.Shared.Policies;

/// <summary>Statements on policies.</summary>
internal static class PolicySql
{
    public const string Current = """
        SELECT p.version, p.yaml FROM policy_publications n JOIN policies p ON p.version = n.version ORDER BY n.seq DESC LIMIT 1
        """;

    public const string Find = "SELECT version, yaml FROM policies WHERE version = @version";

    public const string Add = "INSERT INTO policies (version, yaml) VALUES (@version, @yaml)";

    public const string Publish = "INSERT INTO policy_publications (seq, version, at, ledger_index) VALUES (@seq, @version, @at, @entry)";

    public const string LastSeq = "SELECT max(seq) FROM policy_publications";
}
