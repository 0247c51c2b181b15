namespace Diwan.Learning.Evaluation.Reports;

/// <summary>Prints any report in the form that was asked for.</summary>
public static class Report
{
    /// <summary>Prints <paramref name="report"/> as JSON, or as tables by <paramref name="asText"/>.</summary>
    public static void Print<T>(T report, Action<T, TextWriter> asText, bool json, TextWriter output)
    {
        if (json)
        {
            ReportJson.Write(report, output);
        }
        else
        {
            asText(report, output);
        }
    }
}
