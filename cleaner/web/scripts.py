"""What lines of a site's shell say in traditional characters, in the simplified ones of the lexicon."""

from __future__ import annotations

_TRADITIONAL = (
    "並來俠個們偵備傳債僅僑價億償儲兒內兩冊別刪則創劃劇劑動務勳勵匯區協參員問啓啟單嚴國園圖團執報場塊壇夾娛嬰學實審寫寬寵將專尋對導層屬師帳帶幣幫庫廚廣廳張強彈後從復"
    "愛態應懷戀戰戲戶掃掛採換搶擇擊據攔攝敗數斷於時暢暫書會東條棄業榮構樂樓標樣機檔檢欄權歡歲歷歸氣沒況減測準滾濟瀉瀏灣為無熱營爲獨獲獻現環產畢畫異當療發盜監盤眾確碼"
    "礙禮稱積競筆節範築簡籃籤粵糾紀約紅納紙級細紹終組結絡給統絲經綜維網線編緩縣縮總織繪繼續羅羣習聞聯聲職聽脫腦腳膚臺與興舉舊華萬薦藍藝藥蘇蘋處號衆術衛衝裏裝裡製複襲"
    "見規視親覺覽觀觸訂計訊討記訟訪設許訴診詐評詞詢試詩話該詳認語誠誤說説誰課調談請論諮諾謝謠謹證識譜議護譽讀變讓負財貢貨責費貼資賞賠賢賣質賬賺購賽贈贊跡車軍軟載輔輕"
    "輩輯輸輿轉辦這連週進遊運過達違遞適選遺還郵鄉鄭鄰醫釋釣鈕鈴銀銷錄錢錯鍵鎖鎮鏈鏡鑑長門閉開間閣閱閲關陣陸隊際隨險隱雙雜雞離雲電靈頁頂項須預領頭頻題顏願類顧顯風飲養"
    "餘館饋馬駐駕騙騰驅驗體髮鬥魚鮮鳳鹽麗麼黃點黨齡"
)
_SIMPLIFIED = (
    "并来侠个们侦备传债仅侨价亿偿储儿内两册别删则创划剧剂动务勋励汇区协参员问启启单严国园图团执报场块坛夹娱婴学实审写宽宠将专寻对导层属师帐带币帮库厨广厅张强弹后从复"
    "爱态应怀恋战戏户扫挂采换抢择击据拦摄败数断于时畅暂书会东条弃业荣构乐楼标样机档检栏权欢岁历归气没况减测准滚济泻浏湾为无热营为独获献现环产毕画异当疗发盗监盘众确码"
    "碍礼称积竞笔节范筑简篮签粤纠纪约红纳纸级细绍终组结络给统丝经综维网线编缓县缩总织绘继续罗群习闻联声职听脱脑脚肤台与兴举旧华万荐蓝艺药苏苹处号众术卫冲里装里制复袭"
    "见规视亲觉览观触订计讯讨记讼访设许诉诊诈评词询试诗话该详认语诚误说说谁课调谈请论咨诺谢谣谨证识谱议护誉读变让负财贡货责费贴资赏赔贤卖质账赚购赛赠赞迹车军软载辅轻"
    "辈辑输舆转办这连周进游运过达违递适选遗还邮乡郑邻医释钓钮铃银销录钱错键锁镇链镜鉴长门闭开间阁阅阅关阵陆队际随险隐双杂鸡离云电灵页顶项须预领头频题颜愿类顾显风饮养"
    "余馆馈马驻驾骗腾驱验体发斗鱼鲜凤盐丽么黄点党龄"
)
"""The characters of the lexicon that have another form, in the order of those above."""

_FORMS = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
_SEEN = frozenset(_TRADITIONAL)

_COMMON = frozenset("國會來個們為學對時說這過開發關聞頁無與於點")
"""Those of which one stands in nearly every text that has many."""

MANY = 8
"""Different ones of them from which on a text may be in traditional characters."""


def is_traditional(chars: frozenset[str]) -> bool:
    """Whether a text of these characters may be a page in traditional ones."""
    return not _COMMON.isdisjoint(chars) and len(_SEEN & chars) >= MANY


def simplified(text: str) -> str:
    """A text with those characters in their simplified form; no other is looked at."""
    return text if _SEEN.isdisjoint(text) else text.translate(_FORMS)
