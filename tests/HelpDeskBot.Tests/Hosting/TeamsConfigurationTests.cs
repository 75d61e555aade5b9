using HelpDeskBot.BotFramework;
using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Hosting;
using Microsoft.Extensions.Configuration;

namespace HelpDeskBot.Tests.Hosting;

/// <summary>What the settings of Teams make, and the one line that says what to change where they cannot be right.</summary>
public class TeamsConfigurationTests
{
    private const string App = "11111111-2222-3333-4444-555555555555";
    private const string Home = "66666666-2222-3333-4444-555555555555";
    private const string Guest = "77777777-2222-3333-4444-555555555555";

    [Theory]
    [InlineData("has a tenant or a credential but no AppId", "Secret=x")]
    [InlineData("has a tenant or a credential but no AppId", "AppId= ", "Certificate=bot.pfx")]
    [InlineData("has a tenant or a credential but no AppId", "ManagedIdentity=true")]
    [InlineData("has a tenant or a credential but no AppId", "TenantId=" + Home)]
    [InlineData("The app id abc is no GUID", "AppId=abc", "TenantId=" + Home, "Secret=x")]
    [InlineData("TenantId is missing", "AppId=" + App, "Secret=x")]
    [InlineData("TenantId is missing", "AppId=" + App, "Secret=x", "Tenants:0=" + Guest)]
    [InlineData("TenantId is missing", "AppId=" + App, "ManagedIdentity=true")]
    [InlineData("The tenant contoso.com is no GUID", "AppId=" + App, "TenantId=contoso.com", "Secret=x")]
    [InlineData("The tenant contoso is no GUID", "AppId=" + App, "TenantId=" + Home, "Secret=x", "Tenants:0=contoso")]
    [InlineData("no credential", "AppId=" + App, "TenantId=" + Home, "Secret= ")]
    [InlineData("more than one of Secret, Certificate and ManagedIdentity", "AppId=" + App, "TenantId=" + Home, "Secret=x", "ManagedIdentity=true")]
    [InlineData("more than one of Secret, Certificate and ManagedIdentity", "AppId=" + App, "TenantId=" + Home, "Secret=x", "Certificate=bot.pfx")]
    [InlineData("Secret_FILE names no-such-file, which cannot be read", "AppId=" + App, "TenantId=" + Home, "Secret_FILE=no-such-file")]
    [InlineData("Certificate names no-such-file, which cannot be read", "AppId=" + App, "TenantId=" + Home, "Certificate=no-such-file")]
    public void What_cannot_be_right_is_said_in_one_line(string line, params string[] settings)
    {
        foreach (var isLocal in new[] { false, true })
        {
            var wrong = Assert.Throws<StartupException>(() => Read(isLocal, settings));
            Assert.StartsWith("HelpDesk:Teams", wrong.Message, StringComparison.Ordinal);
            Assert.Contains(line, wrong.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', wrong.Message);
        }
    }

    [Fact]
    public void Without_settings_only_a_local_client_is_served_and_that_only_here()
    {
        Assert.Null(Read(isLocal: false));
        Assert.Null(Read(isLocal: false, "AppId=", "Secret=", "TenantId= "));
        Assert.True(Read(isLocal: true)!.IsLocal);
        Assert.Equal([Guest], Read(isLocal: true, "Tenants:0=" + Guest)!.Tenants);
    }

    [Fact]
    public void The_people_of_the_registrations_tenant_are_served_unless_others_are_named()
    {
        Assert.Equal([Home], Read(isLocal: false, "AppId=" + App, "TenantId=" + Home, "Secret=x")!.Tenants);
        Assert.Equal([Guest], Read(isLocal: false, "AppId=" + App, "TenantId=" + Home, "Secret=x", "Tenants:0=" + Guest)!.Tenants);
        var managed = Read(isLocal: false, "AppId=" + App, "ManagedIdentity=true", "Tenants:0=" + Guest)!;
        Assert.IsType<ManagedIdentityCredential>(managed.Credential);
        Assert.Equal([Guest], managed.Tenants);
    }

    [Fact]
    public void A_registration_is_never_local() => Assert.False(Read(isLocal: true, "AppId=" + App, "TenantId=" + Home, "Secret=x")!.IsLocal);

    [Fact]
    public void A_value_of_the_wrong_kind_stops_the_start_with_its_name()
    {
        var wrong = Assert.Throws<StartupException>(() => HelpDeskApp.Build(["--HelpDesk:Teams:ManagedIdentity=yes"]));
        Assert.Contains("HelpDesk:Teams:ManagedIdentity", wrong.Message, StringComparison.Ordinal);
    }

    private static BotFrameworkOptions? Read(bool isLocal, params string[] settings)
    {
        var pairs = settings.Select(setting => setting.Split('=', 2)).Select(pair => KeyValuePair.Create<string, string?>(pair[0], pair[1]));
        var options = new ConfigurationBuilder().AddInMemoryCollection(pairs).Build().Get<TeamsOptions>() ?? new TeamsOptions();
        return TeamsConfiguration.Read(options, isLocal);
    }
}
