using System.Text;
using Diwan.Interchange.Pages;

namespace Diwan.Interchange.Tests.Pages;

public sealed class FeedReaderTests
{
    [Fact]
    public void An_item_with_its_content_is_full_and_one_with_a_summary_partial()
    {
        var drafts = Read("""
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
            <title>Sample Paper</title><link>https://paper.example/</link><description>x</description><language>tr-TR</language>
            <item><title>Mill &amp;amp; river</title><link>https://paper.example/mill</link><pubDate>Sat, 23 Nov 2024 10:15:00 +0300</pubDate><dc:creator>Rojin</dc:creator>
            <description>Short.</description><content:encoded><![CDATA[<p>The mill turns.</p><script>x</script><p>Bread was baked.</p>]]></content:encoded></item>
            <item><title>Storks</title><author>a@b.example (Dilan)</author><description>&lt;p&gt;They are back.&lt;/p&gt;</description></item>
            <item><title>Nothing</title></item></channel></rss>
            """).Drafts;

        Assert.Equal(2, drafts.Count);
        Assert.Equal(("Mill & river", "tr", "Rojin", "https://paper.example/mill", false), (drafts[0].Headline, drafts[0].Language, drafts[0].Byline, drafts[0].Url, drafts[0].IsPartial));
        Assert.Equal(["The mill turns.", "Bread was baked."], drafts[0].Body.Select(TextPageReaderTests.Shown));
        Assert.Equal(new DateTimeOffset(2024, 11, 23, 7, 15, 0, TimeSpan.Zero), drafts[0].PublishedAt);
        Assert.Equal(("Dilan", true, null), (drafts[1].Byline, drafts[1].IsPartial, drafts[1].PublishedAt));
    }

    [Fact]
    public void An_atom_entry_is_read()
    {
        var draft = Assert.Single(Read("""
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Sample Paper</title><id>urn:x</id><updated>2024-11-23T10:00:00Z</updated>
            <entry><title>Mill</title><id>urn:y</id><updated>2024-11-23T10:00:00Z</updated><link href="https://paper.example/mill"/><author><name>Rojin</name></author><summary>It turns.</summary></entry></feed>
            """).Drafts);

        Assert.Equal(("Mill", "Rojin", "Sample Paper", true), (draft.Headline, draft.Byline, draft.Source, draft.IsPartial));
    }

    [Theory]
    [InlineData("<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss version='2.0'><channel><title>&x;</title></channel></rss>")]
    [InlineData("<rss version='2.0'><channel>")]
    [InlineData("<rdf:RDF xmlns:rdf='urn:x'/>")]
    public void A_hostile_or_broken_feed_is_named(string feed) =>
        Assert.StartsWith("a feed that cannot be read", Read(feed).Problem, StringComparison.Ordinal);

    [Fact]
    public void A_date_written_wrongly_leaves_the_item_undated() =>
        Assert.Null(Read("<rss version='2.0'><channel><title>x</title><item><title>Mill</title><description>It turns.</description><pubDate>soon</pubDate></item></channel></rss>").Drafts[0].PublishedAt);

    private static PageReading Read(string feed) => new FeedReader(PageFurniture.Default, _ => "und").Read(Encoding.UTF8.GetBytes(feed), new() { Source = "feed.xml" });
}
