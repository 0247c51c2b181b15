using System.Buffers;
using System.Text;
using Diwan.Storage.Shared;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Diwan.Storage.Sqlite;

/// <summary>A statement that SQLite has compiled, to be run again and again. For one caller at a time.</summary>
/// <remarks>The driver's command builds an object for each value and looks each name up on every run: a third of what storing a comment costs.</remarks>
internal sealed class Statement : IDisposable
{
    private const int OnStack = 512;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _compiled;
    private readonly int _parameters;
    // What the caller named at each place of its list the last time, and where the statement has it; 0 where it has not.
    private (string Name, int Index)[] _places = [];

    /// <summary>Compiles it.</summary>
    /// <exception cref="SqliteException">SQLite does not understand it.</exception>
    /// <exception cref="ArgumentException">More than one statement.</exception>
    public Statement(sqlite3 database, string sql)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _compiled, out var rest));
        if (!string.IsNullOrWhiteSpace(rest)) throw new ArgumentException("One statement at a time.", nameof(sql));
        _parameters = raw.sqlite3_bind_parameter_count(_compiled);
    }

    /// <summary>Gives each parameter its value. Names the statement does not have are passed over.</summary>
    /// <exception cref="ArgumentException">A parameter is left without a value.</exception>
    public void Bind(ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (_places.Length < values.Length) Array.Resize(ref _places, values.Length);
        var bound = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var (name, value) = values[i];
            ref var place = ref _places[i];
            if (!ReferenceEquals(place.Name, name)) place = (name, raw.sqlite3_bind_parameter_index(_compiled, name));
            if (place.Index == 0) continue;
            Check(Bind(place.Index, value));
            bound++;
        }

        if (bound < _parameters) throw new ArgumentException($"{_parameters} parameters, {bound} values.", nameof(values));
    }

    /// <summary>Moves to the next row; false after the last.</summary>
    /// <exception cref="SqliteException">It failed.</exception>
    public bool Step()
    {
        var code = raw.sqlite3_step(_compiled);
        if (code == raw.SQLITE_ROW) return true;
        if (code != raw.SQLITE_DONE) Check(code);
        return false;
    }

    /// <summary>The statement itself, for who reads columns of any type.</summary>
    public sqlite3_stmt Compiled => _compiled;

    /// <summary>The row it stands on.</summary>
    public Row Row => new(_compiled);

    /// <summary>Makes it ready to be run again, and lets go of what it was given.</summary>
    public void Reset()
    {
        // Its code is that of the last step, which has been thrown already.
        _ = raw.sqlite3_reset(_compiled);
        _ = raw.sqlite3_clear_bindings(_compiled);
    }

    /// <inheritdoc/>
    public void Dispose() => _compiled.Dispose();

    private int Bind(int index, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_compiled, index),
        string text => BindText(index, text),
        long number => raw.sqlite3_bind_int64(_compiled, index, number),
        int number => raw.sqlite3_bind_int64(_compiled, index, number),
        bool flag => raw.sqlite3_bind_int64(_compiled, index, flag ? 1 : 0),
        double number => raw.sqlite3_bind_double(_compiled, index, number),
        byte[] bytes => raw.sqlite3_bind_blob(_compiled, index, bytes),
        _ => throw new ArgumentException($"No column holds a {value.GetType().Name}.", nameof(value)),
    };

    private int BindText(int index, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most <= OnStack)
        {
            Span<byte> bytes = stackalloc byte[OnStack];
            return raw.sqlite3_bind_text(_compiled, index, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
        }

        var rented = ArrayPool<byte>.Shared.Rent(most);
        try
        {
            return raw.sqlite3_bind_text(_compiled, index, rented.AsSpan(0, Encoding.UTF8.GetBytes(text, rented)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _database);
}
