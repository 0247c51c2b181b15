using System.Globalization;
using System.Xml.Linq;
using Diwan.Learning.Evaluation.Plots;

namespace Diwan.Learning.Tests.Evaluation;

public class SvgChartTests
{
    [Fact]
    public void A_chart_is_well_formed_names_its_axes_and_escapes_what_it_is_told()
    {
        var chart = new SvgChart("A < B & C", "of a model", "score", "share");
        chart.Dot(0.5, 0.5, 4, "3 \"comments\"");
        chart.Curve("first", "approved", [(0, 0), (1, 1)]);

        var words = XDocument.Parse(chart.ToString()).Descendants().Where(element => element.Name.LocalName is "text" or "title").Select(element => element.Value).ToArray();

        Assert.Contains("A < B & C", words);
        Assert.Contains("score", words);
        Assert.Contains("share", words);
        Assert.Contains("approved", words);
        Assert.Contains("3 \"comments\"", words);
    }

    [Fact]
    public void Numbers_are_written_alike_whatever_the_machine_speaks()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            var turkish = Draw();
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ckb-IQ");
            Assert.Equal(turkish, Draw());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Draw()
    {
        var chart = new SvgChart("title", "subtitle", "x", "y", 0.2);
        chart.Line("bar", 0.125, 0.05, 0.125, 0.1);
        return chart.ToString();
    }
}
