namespace Diwan.Storage.Shared.Retaining;

/// <summary>Statements on legal holds.</summary>
internal static class ErasureSql
{
    public const string IsHeld = "SELECT 1 FROM legal_holds WHERE comment_id = @id";

    public const string Hold = "INSERT INTO legal_holds (comment_id, account_id, at) VALUES (@id, @account, @at) ON CONFLICT DO NOTHING";

    public const string Release = "DELETE FROM legal_holds WHERE comment_id = @id";
}
