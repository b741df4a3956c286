using CsCheck;

namespace TelegramMarketing.Tests.Invitations;

/// <summary>The law of attribution: a join is assigned to an invitation only when that person pressed its start or used its link.</summary>
public sealed class AttributionTests
{
    private enum Act
    {
        PressStart,
        Join,
        JoinByLink,
        Leave,
        Block,
        Stop,
    }

    private static readonly Gen<(Act Act, int Person, int Invitation)[]> Histories =
        Gen.Select(Gen.Enum<Act>(), Gen.Int[1, 4], Gen.Int[0, 3]).Array[0, 40];

    [Fact]
    public async Task Joins_WhateverPeopleDo_AreAssignedOnlyToWhoFollowedTheInvitation() => await Histories.SampleAsync(async history =>
    {
        var bench = new InvitationBench();
        var invitations = await CreateAsync(bench);
        var followers = new HashSet<(Guid Invitation, long Person)>();
        var joins = new Dictionary<int, long>();
        var attributable = 0;
        for (var i = 0; i < history.Length; i++)
        {
            var (act, person, index) = history[i];
            var invitation = invitations[index];
            var channel = index < 2 ? ScriptedSender.PublicId : ScriptedSender.PrivateId;
            if (act is Act.Join or Act.JoinByLink)
            {
                joins.Add(i + 1, person);
                attributable++;
            }

            if ((act is Act.PressStart && index != 3) || act is Act.JoinByLink)
            {
                followers.Add((invitation.Id, person));
            }

            await PerformAsync(bench, act, person, invitation, channel);
        }

        var joined = (await bench.EventsAsync()).Where(entry => entry.Kind == ConsentEventKind.Joined).ToList();
        joined.Should().AllSatisfy(entry => followers.Should().Contain((entry.Invitation!.Value, joins[entry.Evidence.UpdateId!.Value])));
        joined.GroupBy(entry => entry.Invitation).Should().AllSatisfy(
            group => group.Select(entry => joins[entry.Evidence.UpdateId!.Value]).Distinct().Should().ContainSingle("an invitation belongs to one person"));
        var unattributed = history.Length == 0 ? 0 : await UnattributedAsync(bench);
        (joined.Count + unattributed).Should().Be(attributable, "every join is counted once, here or there");
    }, iter: 200);

    private static async Task<IReadOnlyList<Invitation>> CreateAsync(InvitationBench bench) =>
    [
        await bench.CreateAsync("a"),
        await bench.CreateAsync("b"),
        await bench.CreateAsync("a", InvitationBench.Private),
        await bench.CreateAsync("b", InvitationBench.Private, InvitationLinkKind.PersonalLink),
    ];

    private static Task PerformAsync(InvitationBench bench, Act act, long person, Invitation invitation, long channel) => act switch
    {
        Act.PressStart when invitation.Link == InvitationLinkKind.PersonalLink => bench.WriteAsync("hello", person),
        Act.PressStart => bench.StartAsync(invitation.Address, person),
        Act.Join => bench.JoinAsync(person, channel),
        Act.JoinByLink => bench.JoinAsync(person, channel, invitation.Id.ToString("N")),
        Act.Leave => bench.LeaveAsync(person, channel),
        Act.Block => bench.BlockAsync(person),
        _ => bench.WriteAsync("/stop", person),
    };

    private static async Task<int> UnattributedAsync(InvitationBench bench) =>
        (await bench.Invitations.GetFunnelAsync(InvitationBench.Public)).UnattributedJoins!.Value
        + (await bench.Invitations.GetFunnelAsync(InvitationBench.Private)).UnattributedJoins!.Value;
}
