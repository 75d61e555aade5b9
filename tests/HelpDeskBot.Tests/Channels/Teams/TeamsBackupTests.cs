using HelpDeskBot.Tests.Channels.Contract;
using HelpDeskBot.Tests.Support;
using HelpDeskBot.Tests.Support.Teams;

namespace HelpDeskBot.Tests.Channels.Teams;

/// <summary>A backup is restored: nobody is told again what they were told after it was made.</summary>
public sealed class TeamsBackupTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_a_backup_was_about_to_say_waits_for_an_admin(Database database)
    {
        await using var desk = await TeamsDriver.StartAsync(database: database);
        var (amina, chen, farid) = (desk.Person("amina"), desk.Person("chen", "it-support"), desk.Person("farid"));
        await amina.FilesAsync("qzx the tray is stuck");
        desk.Cloud.Connector.Fail(ConnectorFault.Throttled("60"), request => request.IsCreate && request.Segments is [_, "a:amina", ..]);
        await chen.WritesAsync("Reply", "I am on my way");
        var backup = await Backup.OfAsync(desk.Desk);
        await desk.LaterAsync();
        await desk.PassesAsync("P3D");
        Assert.Equal(1, await amina.CountsAsync("I am on my way"));
        Assert.Equal(1, await chen.ToldAsync("HD-1001 (P3) is overdue"));
        var lost = await amina.FilesAsync("qzx the lamp flickers");

        await backup.RestoreAsync(desk.Desk, TimeSpan.FromDays(3));
        await desk.LaterAsync();
        Assert.Equal(1, await amina.CountsAsync("I am on my way"));
        Assert.Equal(1, await chen.ToldAsync("HD-1001 (P3) is overdue"));
        Assert.NotEqual(lost, await amina.FilesAsync("qzx the chair squeaks"));

        await farid.SaysAsync("undelivered");
        await farid.SeesAsync("to Amina Yusuf: backup.restored");
        await farid.PressesAsync("Give up");
        await desk.LaterAsync();
        Assert.Equal(1, await amina.CountsAsync("I am on my way"));
    }
}
