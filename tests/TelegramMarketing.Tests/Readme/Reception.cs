using TelegramMarketing;

namespace Readme;

#region Invite
public sealed class Reception(IOptInInvitation invitations)
{
    public async Task<(string Text, string QrSvg)> InviteAsync(string customer, CancellationToken stop = default)
    {
        var invitation = await invitations.CreateAsync(
            new InvitationRequest
            {
                Channel = ChannelAddress.Parse("@panificio_aurora"),
                Customer = customer,
                LegalBasis = LegalBasis.Consent("newsletter form, ticked on 2 March 2026"),
                AddressSource = "order form",
                Language = "it",
            },
            stop);
        return (invitation.Text.PlainText, invitation.ToQrSvg()); // for a mail, a receipt, a shop window
    }
}
#endregion
