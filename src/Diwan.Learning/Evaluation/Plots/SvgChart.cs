using System.Globalization;
using System.Security;
using System.Text;

namespace Diwan.Learning.Evaluation.Plots;

/// <summary>One square chart as SVG: shares from 0 to 100 % to the right, and upwards to a stated top. Readable on light and dark pages.</summary>
/// <remarks>Text stays text, so that a chart can be searched and read aloud; no script, no font of its own.</remarks>
public sealed class SvgChart
{
    private const double Left = 74, Top = 76, Side = 420, Width = 540, Height = 584;
    private readonly StringBuilder body = new();
    private readonly double top;
    private int legend;

    /// <summary>Begins a chart with its axes.</summary>
    /// <param name="title">What is shown.</param>
    /// <param name="subtitle">Of which model, over how many texts.</param>
    /// <param name="horizontal">Name of the axis to the right.</param>
    /// <param name="vertical">Name of the axis upwards.</param>
    /// <param name="top">The share at the upper end, above 0, at most 1.</param>
    public SvgChart(string title, string subtitle, string horizontal, string vertical, double top = 1)
    {
        this.top = top;
        Text(Left, 30, "title", title);
        Text(Left, 52, "quiet", subtitle);
        for (var step = 0; step <= 5; step++)
        {
            var share = step / 5.0;
            Line("grid", share, 0, share, top);
            Line("grid", 0, share * top, 1, share * top);
            Text(X(share), Top + Side + 18, "tick middle", Percent(share));
            Text(Left - 8, Y(share * top) + 4, "tick end", Percent(share * top));
        }

        Text(Left + (Side / 2), Top + Side + 40, "axis middle", horizontal);
        body.AppendLine(Format($"<text class=\"axis middle\" transform=\"translate(20 {Top + (Side / 2)}) rotate(-90)\">{Escape(vertical)}</text>"));
    }

    /// <summary>A straight line between two points given in shares.</summary>
    /// <param name="kind"><c>grid</c>, <c>guide</c> (dashed) or <c>bar</c> (an interval).</param>
    /// <param name="fromX">Start, to the right.</param>
    /// <param name="fromY">Start, upwards.</param>
    /// <param name="toX">End, to the right.</param>
    /// <param name="toY">End, upwards.</param>
    public void Line(string kind, double fromX, double fromY, double toX, double toY)
        => body.AppendLine(Format($"<line class=\"{kind}\" x1=\"{X(fromX):F1}\" y1=\"{Y(fromY):F1}\" x2=\"{X(toX):F1}\" y2=\"{Y(toY):F1}\"/>"));

    /// <summary>A dot, its size by how many texts it stands for, told when pointed at.</summary>
    public void Dot(double x, double y, double radius, string told)
        => body.AppendLine(Format($"<circle class=\"dot\" cx=\"{X(x):F1}\" cy=\"{Y(y):F1}\" r=\"{radius:F1}\"><title>{Escape(told)}</title></circle>"));

    /// <summary>A curve through points in shares, and its name in the legend. What lies above the top is cut off.</summary>
    /// <param name="kind"><c>first</c> or <c>second</c>: its colour and dashes.</param>
    /// <param name="name">Its name.</param>
    /// <param name="points">The points, from left to right.</param>
    public void Curve(string kind, string name, IEnumerable<(double X, double Y)> points)
    {
        var path = string.Join(' ', points.Select(point => Format($"{X(point.X):F1},{Y(point.Y):F1}")));
        body.AppendLine(Format($"<polyline class=\"{kind}\" clip-path=\"url(#area)\" points=\"{path}\"/>"));
        var x = Left + (200 * legend++);
        body.AppendLine(Format($"<line class=\"{kind}\" x1=\"{x}\" y1=\"{Height - 18}\" x2=\"{x + 28}\" y2=\"{Height - 18}\"/>"));
        Text(x + 36, Height - 14, "tick", name);
    }

    /// <summary>Small words beside a place given in shares.</summary>
    /// <param name="x">To the right.</param>
    /// <param name="y">Upwards.</param>
    /// <param name="lift">Pixels to stand above it; below when negative.</param>
    /// <param name="words">The words.</param>
    public void Note(double x, double y, double lift, string words) => Text(X(x), Y(y) - lift, "tick middle", words);

    /// <summary>The whole file.</summary>
    public override string ToString() => Format($$"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{Width}} {{Height}}" width="{{Width}}" height="{{Height}}" role="img">
        <style>
        text { font: 13px system-ui, sans-serif; fill: #1c2430 } .title { font-size: 18px; font-weight: 600 } .quiet, .tick { fill: #5b6675; font-size: 12px }
        .middle { text-anchor: middle } .end { text-anchor: end } polyline { fill: none } .paper { fill: #fff }
        .grid { stroke: #e3e7ec } .guide { stroke: #5b6675; stroke-dasharray: 5 4 } .bar { stroke: #0b63a5; stroke-width: 2 } .dot { fill: #0b63a5; fill-opacity: .75 }
        .first { stroke: #0b63a5; stroke-width: 2.5 } .second { stroke: #b3400b; stroke-width: 2.5; stroke-dasharray: 9 4 }
        @media (prefers-color-scheme: dark) {
        .paper { fill: #14181f } text { fill: #eceff3 } .quiet, .tick { fill: #a3adba } .grid { stroke: #2b323d } .guide { stroke: #a3adba }
        .bar, .first { stroke: #6db7f2 } .dot { fill: #6db7f2 } .second { stroke: #f59a62 }
        }
        </style>
        <clipPath id="area"><rect x="{{Left}}" y="{{Top}}" width="{{Side}}" height="{{Side}}"/></clipPath>
        <rect class="paper" width="{{Width}}" height="{{Height}}"/>
        {{body}}</svg>
        """);

    private void Text(double x, double y, string kind, string words)
        => body.AppendLine(Format($"<text class=\"{kind}\" x=\"{x:F1}\" y=\"{y:F1}\">{Escape(words)}</text>"));

    private static double X(double share) => Left + (share * Side);

    private double Y(double share) => Top + Side - (share / top * Side);

    private static string Percent(double share) => Format($"{share * 100:0.#} %");

    private static string Escape(string words) => SecurityElement.Escape(words);

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
