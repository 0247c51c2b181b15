using System.Text.Json;
using System.Text.Json.Serialization;

namespace Diwan.Learning.Evaluation.Reports;

/// <summary>Reports as JSON, for programs. A figure that could not be measured is null.</summary>
public static class ReportJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new NumberOrNull() },
    };

    /// <summary>Prints any report.</summary>
    public static void Write<T>(T report, TextWriter output) => output.WriteLine(JsonSerializer.Serialize(report, Options));

    // JSON has no NaN; a name in its place would break readers that expect a number.
    private sealed class NumberOrNull : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => reader.TokenType == JsonTokenType.Null ? double.NaN : reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value))
            {
                writer.WriteNumberValue(value);
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }
}
