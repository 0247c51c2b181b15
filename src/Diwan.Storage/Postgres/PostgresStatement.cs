using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Diwan.Storage.Postgres.Words;
using Npgsql;
using NpgsqlTypes;

namespace Diwan.Storage.Postgres;

/// <summary>A statement as PostgreSQL is given it: in its own words where the shared ones do not do, and its parameters numbered.</summary>
internal sealed partial class PostgresStatement
{
    private static readonly ConcurrentDictionary<string, PostgresStatement> Known = new(StringComparer.Ordinal);

    private readonly string[] _names;

    private PostgresStatement(string text, string[] names) => (Text, _names) = (text, names);

    /// <summary>Its parameters, the first being $1.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>What is sent.</summary>
    public string Text { get; }

    /// <summary>The statement that a shared one becomes.</summary>
    public static PostgresStatement Of(string shared) => Known.GetOrAdd(shared, static sql => Make(PostgresWords.Of(sql)));

    /// <summary>Gives each parameter its value. Names the statement does not have are passed over.</summary>
    /// <exception cref="ArgumentException">A parameter is left without a value.</exception>
    public void Bind(NpgsqlParameterCollection parameters, ReadOnlySpan<(string Name, object? Value)> values)
    {
        foreach (var name in _names)
        {
            var place = 0;
            while (place < values.Length && values[place].Name != name) place++;
            if (place == values.Length) throw new ArgumentException($"{name} has no value.", nameof(values));
            parameters.Add(Parameter(values[place].Value));
        }
    }

    // Numbers are all sent as bigint, whatever the column: a statement is then prepared once. What is null has the type of its place.
    private static NpgsqlParameter Parameter(object? value) => value switch
    {
        null => new NpgsqlParameter { Value = DBNull.Value },
        string text => new NpgsqlParameter<string> { TypedValue = PostgresText.Write(text), NpgsqlDbType = NpgsqlDbType.Text },
        long number => new NpgsqlParameter<long> { TypedValue = number },
        int number => new NpgsqlParameter<long> { TypedValue = number },
        bool flag => new NpgsqlParameter<long> { TypedValue = flag ? 1 : 0 },
        byte[] bytes => new NpgsqlParameter<byte[]> { TypedValue = bytes },
        string[] texts => new NpgsqlParameter<string[]> { TypedValue = [.. texts.Select(PostgresText.Write)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
        _ => throw new ArgumentException($"No column holds a {value.GetType().Name}.", nameof(value)),
    };

    private static PostgresStatement Make(string sql)
    {
        var names = new List<string>();
        var text = new StringBuilder();
        var from = 0;
        foreach (Match match in Name().Matches(sql))
        {
            var number = names.IndexOf(match.Value);
            if (number < 0)
            {
                number = names.Count;
                names.Add(match.Value);
            }

            text.Append(sql, from, match.Index - from).Append('$').Append(number + 1);
            from = match.Index + match.Length;
        }

        return new(text.Append(sql, from, sql.Length - from).ToString(), [.. names]);
    }

    [GeneratedRegex("@[A-Za-z_]+")]
    private static partial Regex Name();
}
