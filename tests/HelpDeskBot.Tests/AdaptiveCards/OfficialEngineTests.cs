
namespace HelpDeskBot.Tests.AdaptiveCards;

/// <summary>Cards come out as npm adaptivecards-templating 2.3.1 makes them.</summary>
public class OfficialEngineTests
{
    [Fact]
    public async Task Every_feature_expands_as_in_the_official_engine()
    {
        await ExpansionComparison.AssertSameAsync(TemplateCases.All);
    }

    [Fact]
    public async Task Random_templates_expand_as_in_the_official_engine()
    {
        var generator = new TemplateGenerator(seed: 20261123);
        await ExpansionComparison.AssertSameAsync([.. Enumerable.Range(0, 500).Select(_ => generator.Next())]);
    }

    [Fact]
    public async Task The_comparison_notices_a_card_that_differs()
    {
        // The official engine leaves an unclosed expression as text; refusing it is a difference on purpose.
        var differences = await ExpansionComparison.DifferencesAsync([("""{"text":"${name"}""", "{}")]);
        Assert.Contains("unclosed", Assert.Single(differences));
    }
}
