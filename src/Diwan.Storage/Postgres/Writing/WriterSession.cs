using Diwan.Comments.Ledger;
using Diwan.Storage.Shared;
using Diwan.Storage.Shared.Ledger;
using Npgsql;

namespace Diwan.Storage.Postgres.Writing;

/// <summary>The writer's connection: a group's transaction is two round trips when all goes well, one to begin and one that writes and commits.</summary>
internal sealed class WriterSession : PostgresSession
{
    /// <summary>The lock that writers of all nodes take in turn, for the length of a transaction. Its letters say Diwan.</summary>
    public const long Turn = 0x446977616E;

    // More leaves of others than these are read from tiles instead.
    private const int MostLeaves = 1_024;

    private readonly List<byte[]> _leaves = [];
    private LedgerState _begun = new(0, 0, 0);
    private long _leavesFrom;
    private long _next;
    private bool _isKeyNew;
    private bool _isWarned;

    /// <summary>Takes over an open connection.</summary>
    public WriterSession(NpgsqlConnection connection, TimeSpan timeout) : base(connection, timeout) =>
        connection.Notice += (_, warned) => _isWarned |= warned.Notice.InvariantSeverity is "WARNING";

    /// <summary>Begins a transaction, waits for its turn among all nodes, and learns what the group needs to know.</summary>
    /// <param name="sealedHere">How many entries of the ledger this process has taken into its tree.</param>
    /// <param name="questions">What its new comments have to be asked about.</param>
    public void Begin(long sealedHere, IReadOnlyList<Question> questions)
    {
        using (Take())
        {
            // What a failed group left unsent.
        }

        (HasChange, _isKeyNew, Foreseen) = (false, false, null);
        _leaves.Clear();
        Post("BEGIN");
        Post(WriterSql.TakeTurn, ("@turn", Turn));
        Post(LedgerSql.State);
        Post(WriterSql.LeavesFrom, ("@from", sealedHere), ("@limit", MostLeaves + 1));
        if (questions.Count > 0) Ask(questions);
        using var batch = Take();
        using var reader = batch.ExecuteReader();
        reader.NextResult();
        reader.Read();
        var row = new Row(reader);
        _begun = new(row.Number(0), row.Count(1), row.Number(2));
        _next = _begun.Size;
        reader.NextResult();
        while (reader.Read()) _leaves.Add(reader.GetFieldValue<byte[]>(0));
        _leavesFrom = sealedHere;
        if (_leavesFrom + _leaves.Count != _next)
        {
            _leaves.Clear();
            _leavesFrom = _next;
        }

        if (questions.Count > 0) Foreseen = Answers(reader);
    }

    /// <summary>Where the group stands, to come back to when a unit fails.</summary>
    public WriterMark Mark() => new(_next, _leaves.Count, HasChange, _isKeyNew);

    /// <summary>Forgets what was noted since a mark; what was foreseen may no longer be so.</summary>
    public void Return(WriterMark mark)
    {
        using (Take())
        {
            // What the unit had not sent.
        }

        (_next, HasChange, _isKeyNew, Foreseen) = (mark.Next, mark.HasChange, mark.IsKeyNew, null);
        _leaves.RemoveRange(mark.Leaves, _leaves.Count - mark.Leaves);
    }

    /// <summary>From here on each unit looks for itself.</summary>
    public void ForgetForesight() => Foreseen = null;

    /// <summary>Sends what is left with the commit, and waits until it is durable.</summary>
    /// <exception cref="UnsafeCommitException">It is on this machine's disk alone: the standby that must have it did not say so.</exception>
    public void Commit()
    {
        Post("COMMIT");
        _isWarned = false;
        Flush();
        if (_isWarned) throw new UnsafeCommitException();
    }

    /// <inheritdoc/>
    public override LedgerState LedgerState() => _isKeyNew ? base.LedgerState() : _begun with { Size = _next };

    /// <inheritdoc/>
    public override long NextEntry() => _next;

    /// <inheritdoc/>
    public override void AppendEntry(StoredEntry entry)
    {
        base.AppendEntry(entry);
        _leaves.Add(entry.Leaf);
        _next++;
        _isKeyNew |= entry.Kind is LedgerKind.SigningKey;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<byte[]> Leaves(long from, long to) => from >= _leavesFrom && to <= _leavesFrom + _leaves.Count
        ? _leaves.GetRange((int)(from - _leavesFrom), (int)(to - from))
        : base.Leaves(from, to);

    private void Ask(IReadOnlyList<Question> questions)
    {
        var keyed = questions.Where(question => question.Key is not null).ToList();
        Post(WriterSql.KnownKeys, ("@articles", keyed.Select(question => question.ArticleId).ToArray()), ("@keys", keyed.Select(question => question.Key!).ToArray()));
        Post(WriterSql.Closed, ("@articles", questions.Select(question => question.ArticleId).Distinct().ToArray()));
        Post(WriterSql.Addresses, ("@digests", questions.Select(question => question.Digest).OfType<string>().Distinct().ToArray()));
    }

    private static Foresight Answers(NpgsqlDataReader reader)
    {
        var keys = new HashSet<(string, string)>();
        var closed = new HashSet<string>();
        var addresses = new Dictionary<string, long>();
        reader.NextResult();
        while (reader.Read()) keys.Add((new Row(reader).Text(0), new Row(reader).Text(1)));
        reader.NextResult();
        while (reader.Read()) closed.Add(new Row(reader).Text(0));
        reader.NextResult();
        while (reader.Read()) addresses[new Row(reader).Text(0)] = new Row(reader).Number(1);
        return new(keys, closed, addresses);
    }
}

/// <summary>A place within a group.</summary>
internal readonly record struct WriterMark(long Next, int Leaves, bool HasChange, bool IsKeyNew);
