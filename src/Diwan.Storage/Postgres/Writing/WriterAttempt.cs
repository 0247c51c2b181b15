using Diwan.Storage.Postgres.Changes;
using Diwan.Storage.Shared;
using Diwan.Storage.Shared.Ledger;
using Npgsql;

namespace Diwan.Storage.Postgres.Writing;

/// <summary>One try to commit a group.</summary>
internal sealed class WriterAttempt(WriterConnection connection, LedgerSealer sealer, List<StoreUnit> group)
{
    private readonly List<StoreUnit> _done = new(group.Count);
    private (long Index, byte[] Leaf)? _last;

    /// <summary>Units that are durable once the commit is.</summary>
    public IReadOnlyList<StoreUnit> Done => _done;

    /// <summary>True from the moment on that the commit may have been stored.</summary>
    public bool WasSent { get; private set; }

    /// <summary>True when the commit is there and no standby has said that it has it.</summary>
    public bool IsUnsafe { get; private set; }

    /// <summary>True when what readers see has changed.</summary>
    public bool HasChange { get; private set; }

    /// <summary>Does all of it. False when a unit failed and nothing is settled yet.</summary>
    public bool Run(bool withSavepoints)
    {
        _done.Clear();
        var session = connection.Open();
        session.Begin(sealer.Size, withSavepoints ? [] : [.. group.Select(unit => unit.Question).OfType<Question>()]);
        var first = session.NextEntry();
        if (!withSavepoints)
        {
            if (!TryAll(session)) return false;
        }
        else
        {
            foreach (var unit in group)
            {
                if (RunAlone(session, unit)) _done.Add(unit);
            }
        }

        try
        {
            sealer.Seal(session);
            HasChange = session.HasChange;
            if (HasChange) session.Post(PostgresChangeFeed.Notify);
            if (session.NextEntry() > first) _last = (session.NextEntry() - 1, session.Leaves(session.NextEntry() - 1, session.NextEntry())[0]);
            WasSent = true;
            session.Commit();
            return true;
        }
        catch (UnsafeCommitException)
        {
            IsUnsafe = true;
            throw;
        }
        catch (PostgresException exception) when (!withSavepoints && !PostgresFaults.IsAway(exception) && !PostgresFaults.IsBusy(exception))
        {
            // Something a unit had only posted was refused; the server has said so, and the commit was not done.
            WasSent = false;
            connection.RollBack();
            return false;
        }
    }

    /// <summary>Finds out, over a new connection, whether a commit whose answer was lost is there, and durable wherever commits have to be.</summary>
    public bool IsThere(TimeSpan patience)
    {
        // Without an entry of the ledger there is nothing to find it by: whoever waits is told to try again.
        if (_last is not { } last) return false;
        var until = TimeProvider.System.GetUtcNow() + patience;
        while (TimeProvider.System.GetUtcNow() < until)
        {
            try
            {
                var session = connection.Open();
                session.Begin(sealer.Size, []);
                var isThere = session.Number(WriterSql.IsEntryThere, ("@idx", last.Index), ("@leaf", last.Leaf)) is not null;
                // A commit of its own, which is durable only when all before it is.
                session.Post(WriterSql.Mark, ("@at", TimeProvider.System.GetUtcNow().UtcTicks));
                session.Commit();
                return isThere;
            }
            catch (UnsafeCommitException)
            {
                connection.Drop();
                return false;
            }
            catch (Exception exception) when (PostgresFaults.IsAway(exception) || PostgresFaults.IsBusy(exception) || connection.IsBroken)
            {
                connection.Drop();
                WriterConnection.Rest();
            }
        }

        return false;
    }

    private bool TryAll(WriterSession session)
    {
        foreach (var unit in group)
        {
            try
            {
                if (unit.Question is null) session.ForgetForesight();
                unit.Run(session);
                _done.Add(unit);
            }
#pragma warning disable CA1031 // Tried again with savepoints, which hand it to the unit's caller.
            catch (Exception exception) when (!PostgresFaults.IsAway(exception) && !connection.IsBroken)
#pragma warning restore CA1031
            {
                connection.RollBack();
                return false;
            }
        }

        return true;
    }

    // A failing unit goes back to where it began; its neighbours in the group stay.
    private bool RunAlone(WriterSession session, StoreUnit unit)
    {
        session.Execute("SAVEPOINT unit");
        var mark = session.Mark();
        try
        {
            unit.Run(session);
            session.Flush();
            session.Post("RELEASE SAVEPOINT unit");
            return true;
        }
#pragma warning disable CA1031 // Handed to the unit's caller.
        catch (Exception exception) when (!PostgresFaults.IsAway(exception) && !connection.IsBroken)
#pragma warning restore CA1031
        {
            session.Return(mark);
            session.Execute("ROLLBACK TO SAVEPOINT unit");
            unit.Fail(PostgresFaults.IsBusy(exception) ? new StoreBusyException("The database cannot take writes now.", exception) : exception);
            return false;
        }
    }
}
