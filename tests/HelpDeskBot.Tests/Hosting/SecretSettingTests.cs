using HelpDeskBot.Desk.Storage;
using HelpDeskBot.Hosting;
using Microsoft.Extensions.Configuration;

namespace HelpDeskBot.Tests.Hosting;

/// <summary>Secrets stand in settings or in files, for every channel in the same way.</summary>
public sealed class SecretSettingTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_file_counts_before_the_setting_and_without_its_line_ending()
    {
        File.WriteAllText(_file, "from-the-file\n");
        Assert.Equal("from-the-file", SecretSetting.Read("from-the-setting", _file, "A:Secret"));
        Assert.Equal("from-the-setting", SecretSetting.Read(" from-the-setting ", file: null, "A:Secret"));
        Assert.Null(SecretSetting.Read("", file: "", "A:Secret"));
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var wrong = Assert.Throws<StartupException>(() => SecretSetting.Read(null, _file + ".none", "HelpDesk:Teams:Secret"));
        Assert.StartsWith($"HelpDesk:Teams:Secret_FILE names {_file}.none, which cannot be read.", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Teams_reads_its_secret_from_a_file()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Teams:Secret_FILE"] = _file, ["Teams:CertificatePassword_FILE"] = "other" }).Build();
        var options = configuration.GetSection("Teams").Get<TeamsOptions>()!;
        Assert.Equal((_file, "other"), (options.SecretFile, options.CertificatePasswordFile));
    }
}
