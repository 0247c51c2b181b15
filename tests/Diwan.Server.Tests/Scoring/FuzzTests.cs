using System.Text;

namespace Diwan.Server.Tests.Scoring;

/// <summary>No body, however malformed, is answered as a failure of ours.</summary>
public sealed class FuzzTests(ScoringSite site) : IClassFixture<ScoringSite>
{
    private const int Bodies = 2_000;

    private static readonly byte[] Signs = "{}[]\"',:\\u0de8\0"u8.ToArray();

    private static readonly string[] Seeds =
    [
        """{"comment":{"text":"This is a good article. 😀 كتاب","type":"PLAIN_TEXT"},"context":{"entries":[{"text":"a"}]},"requestedAttributes":{"TOXICITY":{"scoreType":1,"scoreThreshold":{"value":"0.5"}},"INSULT":{}},"languages":["en","ar"],"spanAnnotations":true,"doNotStore":true,"clientToken":"t","sessionId":"s"}""",
        """{comment:{text:'a \u00e9 \ud83d\ude00',},requested_attributes:{TOXICITY:null,},}""",
    ];

    [Fact]
    public async Task Random_bytes_get_an_answer()
    {
        var random = new Random(20261122);
        for (var i = 0; i < Bodies; i++)
        {
            var body = new byte[random.Next(200)];
            random.NextBytes(body);
            await AssertAnsweredAsync(body, i);
        }
    }

    [Fact]
    public async Task Bodies_with_a_few_bytes_changed_get_an_answer()
    {
        var random = new Random(7);
        for (var i = 0; i < Bodies; i++)
        {
            var body = Encoding.UTF8.GetBytes(Seeds[i % Seeds.Length]).ToList();
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                var at = random.Next(body.Count);
                switch (random.Next(4))
                {
                    case 0:
                        body[at] = (byte)random.Next(256);
                        break;
                    case 1:
                        body.Insert(at, Signs[random.Next(Signs.Length)]);
                        break;
                    case 2:
                        body.RemoveRange(at, Math.Min(random.Next(1, 9), body.Count - at - 1));
                        break;
                    default:
                        body.InsertRange(at, body.GetRange(at, Math.Min(random.Next(1, 30), body.Count - at)));
                        break;
                }
            }

            await AssertAnsweredAsync([.. body], i);
        }
    }

    private async Task AssertAnsweredAsync(byte[] body, int number)
    {
        var answer = await site.SendAsync(body, $"{ScoringSite.Analyze}?key={site.Key}");
        Assert.True(answer.Status is 200 or 400, $"body {number} was answered {answer.Status}: {Convert.ToBase64String(body)}");
        Assert.NotNull(answer.Json[answer.Status is 200 ? "attributeScores" : "error"]);
    }
}
